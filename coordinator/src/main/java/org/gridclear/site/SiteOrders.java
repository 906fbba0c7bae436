package org.gridclear.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gridclear.file.WrittenFile;

/**
 * What an operator orders of a follower that runs, by files beside the market's folder.
 *
 * @param market folder of the market
 */
public record SiteOrders(Path market) {
  /** Order: be the active site once the other has stopped by itself. */
  public static final String TAKE_OVER = "take-over";

  /** Order: be the active site at once; the other is off. */
  public static final String FORCE = "take-over --force";

  /** Order: have the active site hand over to this one. */
  public static final String GIVE_BACK = "give-back";

  private static final Duration TAKEN_MAX = Duration.ofSeconds(30);
  private static final Duration DONE_MAX = Duration.ofSeconds(120);
  private static final Duration STEP = Duration.ofMillis(100);

  private static final String DONE = "done ";

  /**
   * What came of an order.
   *
   * @param done whether it was obeyed
   * @param words why not, or what is so now
   */
  public record Answer(boolean done, String words) {}

  private Path file(String what) {
    Path own = market.toAbsolutePath().normalize();
    return own.resolveSibling("." + own.getFileName() + "-site-" + what);
  }

  /** Leaves an order; an answer from before goes. */
  public void order(String what) throws IOException {
    Files.deleteIfExists(file("answer"));
    WrittenFile.write(file("order"), what.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Takes the order that lies there. */
  public Optional<String> taken() {
    try {
      if (!Files.exists(file("order"))) {
        return Optional.empty();
      }
      String what = Files.readString(file("order"));
      Files.delete(file("order"));
      return Optional.of(what);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Leaves an order and waits for what comes of it.
   *
   * @throws IllegalArgumentException if no follower runs that takes it, which takes it back
   */
  public Answer obeyed(String what) throws IOException, InterruptedException {
    order(what);
    for (Duration waited = Duration.ZERO; waits(); waited = waited.plus(STEP)) {
      if (waited.compareTo(TAKEN_MAX) > 0) {
        taken();
        throw new IllegalArgumentException(
            "No 'gridclear site follow' of %s runs here, which would do it. Start it first; it needs no active site that answers."
                .formatted(market));
      }
      TimeUnit.MILLISECONDS.sleep(STEP.toMillis());
    }
    Optional<String> answer = answered();
    for (Duration waited = Duration.ZERO;
        answer.isEmpty() && waited.compareTo(DONE_MAX) < 0;
        waited = waited.plus(STEP)) {
      TimeUnit.MILLISECONDS.sleep(STEP.toMillis());
      answer = answered();
    }
    String text = answer.orElse("refused The follower does not answer; look at it.");
    return new Answer(text.startsWith(DONE), text.substring(text.indexOf(' ') + 1));
  }

  /** Whether nobody has taken the order. */
  public boolean waits() {
    return Files.exists(file("order"));
  }

  /** Says what came of an order: done or refused, and why. */
  void answer(String text) throws IOException {
    WrittenFile.write(file("answer"), text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** What came of the order. */
  public Optional<String> answered() throws IOException {
    return Files.exists(file("answer"))
        ? Optional.of(Files.readString(file("answer")))
        : Optional.empty();
  }

  /** Keeps how far the follower is, for who asks. */
  void state(String text) throws IOException {
    WrittenFile.write(file("state"), text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** How far the follower is; empty where none runs. */
  public Optional<String> state() throws IOException {
    return Files.exists(file("state"))
        ? Optional.of(Files.readString(file("state")))
        : Optional.empty();
  }

  /**
   * Takes what lay there before a follower was started, which is of another day, and says so to who
   * ordered it.
   */
  public void refuseOld() throws IOException {
    if (taken().isPresent()) {
      answer("refused It was ordered before 'site follow' was started: order it again.");
    }
  }

  /** No follower runs any more. */
  public void ended() throws IOException {
    Files.deleteIfExists(file("state"));
  }
}
