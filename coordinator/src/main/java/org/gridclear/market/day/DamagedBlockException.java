package org.gridclear.market.day;

/** The bytes of a block are not those that were written. */
public final class DamagedBlockException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Names the block.
   *
   * @param block the block in words
   * @param what how it differs
   */
  public DamagedBlockException(String block, String what) {
    super(
        "%s is not what was written: %s. Nothing in it is used; take it from a backup."
            .formatted(block, what));
  }
}
