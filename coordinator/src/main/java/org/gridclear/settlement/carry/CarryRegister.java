package org.gridclear.settlement.carry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gridclear.settlement.register.AppendOnly;

/**
 * Which version of a month was carried into which later month: {@code carried.csv} of the
 * settlement folder of the earlier month, only ever added to.
 *
 * @param folder settlement folder
 */
public record CarryRegister(Path folder) {
  private static final String HEADER = "month,from,to,into,lines,yuan,who,time";

  /**
   * A version that was carried.
   *
   * @param month earlier month
   * @param from hash of the books that it differs from
   * @param to hash of the books that were carried
   * @param into later month
   * @param lines how many lines
   * @param yuan sum of the lines
   * @param who account
   * @param time when
   */
  public record Carried(
      String month,
      String from,
      String to,
      String into,
      String lines,
      String yuan,
      String who,
      String time) {}

  private AppendOnly file() {
    return new AppendOnly(folder.resolve("carried.csv"), HEADER);
  }

  /** Everything that was carried. */
  public List<Carried> all() {
    return file().rows().stream()
        .map(c -> new Carried(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]))
        .toList();
  }

  /** The version of books that was carried. */
  public Optional<Carried> of(String books) {
    return all().stream().filter(each -> each.to().equals(books)).findFirst();
  }

  /** Notes what was carried. */
  public void add(Carried each) {
    file()
        .add(
            each.month(),
            each.from(),
            each.to(),
            each.into(),
            each.lines(),
            each.yuan(),
            each.who().replaceAll("[,\"\\n\\r]+", ";"),
            each.time());
  }
}
