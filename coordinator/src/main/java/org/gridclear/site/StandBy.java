package org.gridclear.site;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.gridclear.market.store.site.ChangeLog;
import org.gridclear.market.store.site.SiteMark;
import org.jspecify.annotations.Nullable;

/** A site that stands by: its follower asks the active one until an order makes it that itself. */
public final class StandBy implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final SiteFollower follower;
  private final SiteOrders orders;
  private final Consumer<String> told;
  private volatile double contactMillis = Double.NaN;

  private StandBy(SiteFollower follower, SiteOrders orders, Consumer<String> told) {
    this.follower = follower;
    this.orders = orders;
    this.told = told;
  }

  /**
   * Begins to stand by; an order of before is refused.
   *
   * @param market folder of the market here, beside which orders lie
   * @param told what whoever looks at it is told, line by line
   */
  public static StandBy begin(SiteFollower follower, Path market, Consumer<String> told)
      throws IOException {
    SiteOrders orders = new SiteOrders(market);
    orders.refuseOld();
    return new StandBy(follower, orders, told);
  }

  /** When the active site last answered, milliseconds of the epoch; NaN before it ever did. */
  public double contactMillis() {
    return contactMillis;
  }

  /** Asks and obeys until this site is the active one. */
  public void run() throws IOException, InterruptedException {
    boolean reached = false;
    while (true) {
      Optional<String> order = orders.taken();
      if (order.isPresent() && obeyed(order.get())) {
        return;
      }
      try {
        report(follower.ask(), follower.notCopied());
        if (!reached) {
          told.accept(
              "copied: epoch %d".formatted(Objects.requireNonNull(follower.mark()).epoch()));
          reached = true;
        }
        state("");
      } catch (IOException e) {
        if (reached) {
          told.accept("the active site does not answer: " + e.getMessage());
        }
        reached = false;
        state(String.valueOf(e.getMessage()));
        Thread.sleep(PAUSE.toMillis());
      }
    }
  }

  private void state(String wrong) throws IOException {
    SiteMark mark = follower.mark();
    if (mark != null) {
      contactMillis = mark.contact().toEpochMilli();
      orders.state(
          "role %s%nepoch %d%nchanges up to %d%ncopied at %s%nactive site %s%n"
              .formatted(
                  mark.role().name().toLowerCase(Locale.ROOT),
                  mark.epoch(),
                  mark.has().seen().isEmpty() ? mark.has().floor() : mark.has().seen().last(),
                  mark.contact(),
                  wrong.isEmpty() ? "answers" : "does not answer: " + wrong));
    }
  }

  /** Whether this site is the active one now. */
  private boolean obeyed(String order) throws IOException {
    try {
      String text = order.equals(SiteOrders.GIVE_BACK) ? givenBack() : takenOver(order);
      told.accept(text);
      orders.answer("done " + text);
      return true;
    } catch (IllegalArgumentException | IllegalStateException | IOException e) {
      orders.answer("refused " + e.getMessage());
      return false;
    }
  }

  private String givenBack() throws IOException {
    return "This site is active, epoch %d. It has all that the other had when it handed over; nothing is lost that was acknowledged. Start: gridclear serve --market %s --site-port PORT"
        .formatted(follower.takeBack().epoch(), orders.market());
  }

  private String takenOver(String order) {
    SiteMark before = follower.mark();
    SiteMark mark = follower.takeOver(order.equals(SiteOrders.FORCE));
    return "This site is active, epoch %d. It has all that was acknowledged before %s; what was done later without acknowledgement may be lost. Start: gridclear serve --market %s --site-port PORT --alone"
        .formatted(mark.epoch(), Objects.requireNonNull(before).contact(), orders.market());
  }

  /** What this site alone had when it was active, for people: nobody acknowledged it twice. */
  private void report(List<ChangeLog.Change> lost, @Nullable Path file) {
    if (!lost.isEmpty()) {
      told.accept(
          "%d changes of this site were not at the other when that took over; they are in %s and no longer in the market."
              .formatted(lost.size(), file));
    }
  }

  /** Says that no follower runs any more. */
  @Override
  public void close() throws IOException {
    orders.ended();
  }
}
