package org.gridclear.cli.site;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.site.SiteOrders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Orders to a follower that runs: {@code gridclear site take-over}, {@code site give-back}. */
abstract sealed class SiteOrderCommand implements Callable<Integer> {
  private static final int TAKEN_SECONDS = 30;
  private static final int DONE_SECONDS = 120;
  private static final int STEP_MILLIS = 100;
  private static final String DONE = "done ";

  @Spec private CommandSpec spec;

  @Option(
      names = "--market",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the market here, which 'site follow' keeps.")
  private Path market;

  abstract String order();

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    SiteOrders orders = new SiteOrders(market);
    orders.order(order());
    for (int k = 0; orders.waits(); k++) {
      if (k * STEP_MILLIS > TAKEN_SECONDS * 1000) {
        orders.taken();
        throw new IllegalArgumentException(
            "No 'gridclear site follow' of %s runs here, which would do it. Start it first; it needs no active site that answers."
                .formatted(market));
      }
      Thread.sleep(STEP_MILLIS);
    }
    Optional<String> answer = orders.answered();
    for (int k = 0; answer.isEmpty() && k * STEP_MILLIS < DONE_SECONDS * 1000; k++) {
      Thread.sleep(STEP_MILLIS);
      answer = orders.answered();
    }
    String text = answer.orElse("refused The follower does not answer; look at it.");
    out.println(text.substring(text.indexOf(' ') + 1));
    out.flush();
    return text.startsWith(DONE) ? ExitCodes.DONE : ExitCodes.BAD_INPUT;
  }

  /** {@code site take-over}. */
  @Command(
      name = "take-over",
      description = {
        "Make the standby site the active one, after the active was lost. Refused until the active",
        "one has stopped by itself: its lease, after its last word."
      })
  static final class TakeOver extends SiteOrderCommand {
    @Option(
        names = "--force",
        description = "Do not wait: the other site is off, as you know for sure.")
    private boolean force;

    @Override
    String order() {
      return force ? SiteOrders.FORCE : SiteOrders.TAKE_OVER;
    }
  }

  /** {@code site give-back}. */
  @Command(
      name = "give-back",
      description = {
        "Have the active site hand over to this one, which follows it: it changes nothing any"
            + " more,",
        "this one takes the rest. Nothing is lost that was acknowledged."
      })
  static final class GiveBack extends SiteOrderCommand {
    @Override
    String order() {
      return SiteOrders.GIVE_BACK;
    }
  }
}
