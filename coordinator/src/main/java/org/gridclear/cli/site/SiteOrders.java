package org.gridclear.cli.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gridclear.file.WrittenFile;

/**
 * What an operator orders of a follower that runs, by files beside the market's folder.
 *
 * @param market folder of the market
 */
record SiteOrders(Path market) {
  static final String TAKE_OVER = "take-over";
  static final String FORCE = "take-over --force";
  static final String GIVE_BACK = "give-back";

  private Path file(String what) {
    Path own = market.toAbsolutePath().normalize();
    return own.resolveSibling("." + own.getFileName() + "-site-" + what);
  }

  /** Leaves an order; an answer from before goes. */
  void order(String what) throws IOException {
    Files.deleteIfExists(file("answer"));
    WrittenFile.write(file("order"), what.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Takes the order that lies there. */
  Optional<String> taken() {
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

  /** Whether nobody has taken the order. */
  boolean waits() {
    return Files.exists(file("order"));
  }

  void answer(String text) throws IOException {
    WrittenFile.write(file("answer"), text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** What came of the order. */
  Optional<String> answered() throws IOException {
    return Files.exists(file("answer"))
        ? Optional.of(Files.readString(file("answer")))
        : Optional.empty();
  }

  /** Keeps how far the follower is, for who asks. */
  void state(String text) throws IOException {
    WrittenFile.write(file("state"), text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  Optional<String> state() throws IOException {
    return Files.exists(file("state"))
        ? Optional.of(Files.readString(file("state")))
        : Optional.empty();
  }

  void ended() throws IOException {
    Files.deleteIfExists(file("state"));
  }
}
