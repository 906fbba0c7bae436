package org.gridclear.market.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.DayApproval.Wanted;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.OpenAnomalies;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.table.RowRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A member sees of a day what is published, and of no draft that there is one. */
// Rows: I-12, I-11
class PublishedOnlyTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final DayKey KEY = new DayKey(Market.DA, DATE);
  private static final Set<Right> OF_MEMBERS = Set.of(Right.READ_MARKET, Right.READ_OWN);
  private static final Viewer MEMBER = Viewer.of(Scope.ALL, OF_MEMBERS);
  private static final Viewer OPERATOR =
      Viewer.of(Scope.ALL, Set.of(Right.READ_MARKET, Right.READ_OWN, Right.OPERATE_MARKET));

  @TempDir private Path folder;

  private static long seen(DayStore store, Viewer viewer) {
    return store.versions(Market.DA, DATE, DATE).isEmpty()
        ? 0
        : new ResultService(store).versions(viewer, Market.DA, DATE, DATE).total();
  }

  private static void unseen(DayStore store) {
    assertThrows(NoResultsException.class, () -> seen(store, MEMBER));
    assertThrows(
        NoResultsException.class,
        () ->
            new ResultService(store)
                .rows(MEMBER, DayQuery.of(Market.DA, DATE, DATE), ResultKind.PRICES, RowRange.ALL));
  }

  @Test
  void aDraftIsSeenByOperatorsAndAPublishedVersionByMembersUntilItIsWithdrawn() {
    try (MarketFolder market =
        MarketFolder.create(
            folder.resolve("m"),
            new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED))) {
      DayStore store = DayStore.of(market);
      DayApproval approval =
          new DayApproval(market, OpenAnomalies.NONE, KnownAccounts.NONE, Clock.systemUTC());
      VersionId first =
          VersionId.of(store.append(KEY, SmallDays.dayAhead(DATE, 100), SmallDays.MADE));
      unseen(store);
      assertEquals(1, seen(store, OPERATOR));
      approval.check(new Wanted(first, "sue", "seen"));
      approval.submit(new Wanted(first, "sue", ""));
      unseen(store);
      approval.approve(new Wanted(first, "bob", "agreed"));
      unseen(store);
      approval.publish(new Wanted(first, "bob", ""));
      store.append(KEY, SmallDays.dayAhead(DATE, 101), SmallDays.MADE);
      assertEquals(1, seen(store, MEMBER), "not the draft that is newer");
      assertEquals(2, seen(store, OPERATOR));
      approval.withdraw(new Wanted(first, "bob", "wrong"));
      unseen(store);
    }
  }
}
