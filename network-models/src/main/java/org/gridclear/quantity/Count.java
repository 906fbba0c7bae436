package org.gridclear.quantity;

/** Numbers of things in messages: {@code 1 file}, {@code 2 files}. */
public final class Count {
  private Count() {}

  /**
   * A number of things.
   *
   * @param one what one is called; more have an s behind it
   */
  public static String of(long number, String one) {
    return of(number, one, one + "s");
  }

  /**
   * A number of things.
   *
   * @param one what one is called
   * @param more what none or several are called
   */
  public static String of(long number, String one, String more) {
    return number + " " + (number == 1 ? one : more);
  }
}
