package org.gridclear.report.settlement;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.report.FolderSwap;
import org.gridclear.settlement.bill.Bill;
import org.gridclear.settlement.bill.BillIssue;
import org.gridclear.settlement.bill.BillRegister;
import org.gridclear.settlement.bill.MitigatedOffer;
import org.gridclear.settlement.carry.CarryRegister;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.Successor;

/**
 * Issues bills of a close, or cancels one: of the last version of a month whose books balance, and
 * that was not carried into a later month.
 *
 * @param clock the time of publication
 */
public record BillIssuing(Clock clock) {
  /** Clock of the market, UTC+8 without daylight saving (AMB-30). */
  private static final ZoneOffset MARKET_TIME = ZoneOffset.ofHours(8);

  /** Which bills. */
  public sealed interface Which {
    /** The bills of all entities. */
    record All() implements Which {}

    /** The bills of one entity, with every line. */
    record Entity(String id) implements Which {}

    /** A credit note for a bill of the close. */
    record Cancel(String number, String reason) implements Which {
      public Cancel {
        if (reason.isBlank()) {
          throw new IllegalArgumentException("A credit note needs a --reason; it is on the note.");
        }
      }
    }
  }

  /** Mitigated offers of an open close by entity, which bills that are issued now say. */
  @FunctionalInterface
  public interface Mitigated {
    /** Those of a close. */
    Map<String, List<MitigatedOffer>> of(CloseFolder close) throws IOException;
  }

  /**
   * What is to be issued.
   *
   * @param close folder of the close
   * @param which bills
   * @param out their folder; empty for one inside that of the close
   * @param register folder of the register; empty for the settlement folder
   */
  public record Wanted(Path close, Which which, Optional<Path> out, Optional<Path> register) {
    private Path place() {
      return out.orElseGet(
          () ->
              close.resolve(
                  which instanceof Which.Entity entity ? "bill-" + entity.id() : "bills"));
    }
  }

  /**
   * What was issued.
   *
   * @param place where
   * @param bills bills, or the one credit note
   * @param failures one line per bill that could not be made
   */
  public record Issued(Path place, List<Bill> bills, List<String> failures) {
    /** What was issued of what was wanted, and what was not, a line each. */
    public List<String> lines(Which wanted) {
      List<String> lines = new ArrayList<>();
      if (wanted instanceof Which.All) {
        lines.add("%d bills in %s".formatted(bills.size(), place));
      } else {
        String kind = wanted instanceof Which.Cancel ? "Credit note" : "Bill";
        for (Bill bill : bills) {
          lines.add(
              "%s %s: %s yuan, in %s"
                  .formatted(kind, bill.number(), FixedPoint.format(bill.total(), 3), place));
        }
      }
      failures.forEach(failure -> lines.add("NOT ISSUED " + failure));
      return lines;
    }
  }

  /**
   * Issues them.
   *
   * @throws IllegalArgumentException if the close may not be billed, or there is no such bill
   */
  public Issued issue(Wanted wanted, Mitigated mitigated) throws IOException {
    Path folder = wanted.close();
    if (!(wanted.which() instanceof Which.Cancel)) {
      Successor.refuse(folder, "billed");
    }
    String now = OffsetDateTime.now(clock.withZone(MARKET_TIME)).format(BillIssue.PUBLISHED);
    try (CloseFolder close = CloseFolder.open(folder);
        BillRegister register =
            BillRegister.open(
                wanted.register().orElseGet(() -> Path.of(close.record().source())))) {
      check(folder, close);
      BillFolder bills = new BillFolder(close, register, now, mitigated.of(close));
      Path place = wanted.place();
      Issued[] issued = new Issued[1];
      FolderSwap.merge(place, aside -> issued[0] = issued(bills, wanted.which(), aside, place));
      return issued[0];
    }
  }

  private static void check(Path folder, CloseFolder close) {
    if (!close.record().billable()) {
      throw new IllegalArgumentException(
          ("The books of %s do not balance, are not allocated or have data that are to be"
                  + " verified; see summary.json. No bill is made.")
              .formatted(folder));
    }
    new CarryRegister(Path.of(close.record().source()))
        .of(BillRegister.books(close))
        .ifPresent(
            carried -> {
              throw new IllegalArgumentException(
                  "%s was carried into %s; its differences are on the bills of that month."
                      .formatted(folder, carried.into()));
            });
  }

  private static Issued issued(BillFolder bills, Which which, Path aside, Path place)
      throws IOException {
    if (which instanceof Which.Cancel cancel) {
      Bill note = bills.cancel(aside, cancel.number(), cancel.reason());
      return new Issued(place, List.of(note), List.of());
    }
    BillFolder.Result result =
        which instanceof Which.Entity entity ? bills.one(aside, entity.id()) : bills.all(aside);
    return new Issued(place, result.bills(), result.failures());
  }
}
