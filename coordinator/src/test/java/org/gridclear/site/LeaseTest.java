package org.gridclear.site;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.gridclear.market.store.NotCopiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A site changes something only while the other one answers; a clock that the test moves. */
@Timeout(20)
class LeaseTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong nanos = new AtomicLong(1);
  private final Lease lease = new Lease(Duration.ofSeconds(10), false, nanos::get);

  private void after(double seconds) {
    nanos.addAndGet(Math.round(seconds * SECOND));
  }

  /** A cycle that the other site has at once. */
  private long round() {
    long cycle = lease.begin(Duration.ZERO);
    lease.confirm(cycle, true);
    return cycle;
  }

  @Test
  void nothingIsChangedBeforeSomebodyFollows() {
    assertTrue(lease.refusal().orElseThrow().startsWith("No standby site follows"));
    assertEquals(Double.POSITIVE_INFINITY, lease.silentSeconds());
    long cycle = lease.begin(Duration.ZERO);
    assertEquals(1, cycle);
    lease.confirm(0, true);
    assertTrue(lease.refusal().isPresent(), "cycle 0 is none");
    lease.confirm(cycle, false);
    assertTrue(lease.refusal().isPresent(), "it is there, and has not all that was before");
    lease.confirm(cycle, true);
    assertEquals(Optional.empty(), lease.refusal());
    assertEquals(0, lease.silentSeconds());
  }

  /** The lease counts from when the cycle began, not from when the answer came. */
  @ParameterizedTest
  @CsvSource({"0, 10, true", "0, 10.1, false", "4, 6, true", "4, 6.1, false", "11, 0, false"})
  void leaseLastsFromTheBeginOfTheCycleThatIsConfirmed(double answer, double then, boolean holds) {
    long cycle = lease.begin(Duration.ZERO);
    after(answer);
    lease.confirm(cycle, true);
    after(then);
    assertEquals(holds, lease.refusal().isEmpty());
    assertEquals(answer + then, lease.silentSeconds(), 1e-6);
  }

  @Test
  void answerToAnEarlierCycleIsNoContact() {
    long first = lease.begin(Duration.ZERO);
    lease.confirm(first, true);
    after(9);
    lease.begin(Duration.ZERO);
    after(2);
    lease.confirm(first, true);
    String said = lease.refusal().orElseThrow();
    assertTrue(said.startsWith("The standby site has not answered for 11 s"), said);
  }

  @Test
  void siteThatHandedOverChangesNothingAnyMore() {
    round();
    lease.handOver();
    assertTrue(lease.refusal().orElseThrow().contains("handed over"));
    Lease alone = new Lease(Duration.ofSeconds(10), true, nanos::get);
    assertEquals(Optional.empty(), alone.refusal());
    alone.handOver();
    assertTrue(alone.refusal().isPresent());
  }

  @Test
  void siteAloneWaitsForNobody() {
    Lease alone = new Lease(Duration.ofSeconds(10), true, nanos::get);
    assertDoesNotThrow(alone::committed);
    assertEquals(0, alone.waiting());
    assertEquals(0, alone.lagSeconds());
  }

  private CompletableFuture<Void> committing() {
    CompletableFuture<Void> change = CompletableFuture.runAsync(lease::committed);
    while (lease.waiting() == 0 && !change.isDone()) {
      Thread.onSpinWait();
    }
    return change;
  }

  /** A change waits for a cycle that begins after it: the one under way may not have it. */
  @Test
  void changeWaitsForACycleThatBeginsAfterIt() throws Exception {
    round();
    long underWay = lease.begin(Duration.ZERO);
    CompletableFuture<Void> change = committing();
    after(1);
    lease.confirm(underWay, true);
    assertEquals(1, lease.waiting());
    round();
    change.get(10, TimeUnit.SECONDS);
    assertEquals(0, lease.waiting());
    assertEquals(0, lease.lagSeconds());
  }

  /** What is not confirmed is behind, though an earlier cycle is confirmed meanwhile. */
  @Test
  void lagCountsUntilTheChangeItselfIsConfirmed() throws Exception {
    round();
    long underWay = lease.begin(Duration.ZERO);
    CompletableFuture<Void> change = committing();
    after(2);
    assertEquals(2, lease.lagSeconds(), 1e-9);
    lease.confirm(underWay, true);
    assertEquals(2, lease.lagSeconds(), 1e-9, "the cycle under way does not have it");
    after(1);
    long next = lease.begin(Duration.ZERO);
    assertEquals(3, lease.lagSeconds(), 1e-9);
    lease.confirm(next, true);
    assertEquals(0, lease.lagSeconds());
    change.get(10, TimeUnit.SECONDS);
  }

  /** A change that nobody confirms in time is told as not copied, and is still behind. */
  @Test
  void changeThatNobodyConfirmsIsToldAndStaysBehind() {
    round();
    CompletableFuture<Void> change = committing();
    after(10.5);
    Exception e = assertThrows(Exception.class, () -> change.get(10, TimeUnit.SECONDS));
    assertTrue(e.getCause() instanceof NotCopiedException, e.toString());
    assertEquals(10.5, lease.lagSeconds(), 1e-9);
    assertEquals(0, lease.waiting());
    round();
    assertEquals(0, lease.lagSeconds());
  }

  @Test
  void cycleBeginsAtOnceWhereSomebodyWaits() {
    round();
    CompletableFuture<Void> change = committing();
    long cycle = lease.begin(Duration.ofSeconds(15));
    lease.confirm(cycle, true);
    assertDoesNotThrow(() -> change.get(10, TimeUnit.SECONDS));
  }

  @Test
  void gateIsOpenUntilSomebodyClosesIt() {
    assertEquals(Optional.empty(), SiteGate.refusal());
    SiteGate.close(() -> Optional.of("no"));
    try {
      assertEquals(Optional.of("no"), SiteGate.refusal());
    } finally {
      SiteGate.open();
    }
    assertEquals(Optional.empty(), SiteGate.refusal());
  }
}
