package org.gridclear.market.exchange;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.gridclear.market.publication.Recipient;

/**
 * A way to or from another system.
 *
 * @param id unique among channels
 * @param partner who is at the other end
 * @param format what goes over it
 * @param transport how it goes
 * @param trigger when something goes out; of what comes in it says nothing
 * @param markets markets whose runs go out
 * @param recipient whose messages go out, as {@link Recipient} writes it; "" for other formats
 * @param retry what happens where what goes out fails; of what comes in it says nothing
 */
public record Channel(
    String id,
    String partner,
    HandedFormat format,
    Transport transport,
    Trigger trigger,
    List<String> markets,
    String recipient,
    Retry retry) {
  public Channel {
    markets = List.copyOf(markets);
  }

  /**
   * How it goes.
   *
   * @param way the way
   * @param target folder or address
   * @param hostKey fingerprint of the partner's host, as {@code SHA256:…}; "" where none is needed
   */
  public record Transport(Way way, String target, String hostKey) {
    /** Ways. */
    public enum Way {
      /** Files in a folder; the partner takes them away, or puts them there. */
      FOLDER,
      /** Numbered and signed files through a device that lets nothing come back. */
      ONEWAY,
      /** Signed calls of an address. */
      HTTPS,
      /** Files on a host of the partner, over SSH. */
      SFTP,
      /** Signed letters. */
      MAIL,
      /** Signed records of a topic. */
      KAFKA,
      /** Calls of this server; nothing is sent by itself. */
      REST
    }
  }

  /**
   * When something goes out (O-07).
   *
   * @param when one of four ways
   * @param at time of day on the market's clock, where it waits for one
   * @param daysBefore days before the trading date on which that is
   * @param published whether it waits for the publication, and not for the approval alone
   * @param every least time between two, where it goes on and on
   */
  public record Trigger(
      When when, LocalTime at, int daysBefore, boolean published, Duration every) {
    /** By hand alone. */
    public static final Trigger BY_HAND =
        new Trigger(When.HAND, LocalTime.MIDNIGHT, 0, false, Duration.ZERO);

    /** Ways. */
    public enum When {
      /** At a time of day: what is in force then. */
      TIMED,
      /** As soon as a version is in force, or published: each of them. */
      CONDITION,
      /** On and on: the newest run that is in force, at most so often. */
      ROLLING,
      /** When somebody says so. */
      HAND
    }
  }

  /**
   * What happens where it fails: it is tried again after {@code first}, twice that, four times …
   *
   * @param tries how often in all; then it is dead
   * @param first time until the second try
   * @param most the longest time between two tries
   */
  public record Retry(int tries, Duration first, Duration most) {
    /** Ten tries within about two hours. */
    public static final Retry STANDARD =
        new Retry(10, Duration.ofSeconds(10), Duration.ofMinutes(30));

    /** Time until the next try. */
    Duration after(int attempts) {
      Duration wait = first.multipliedBy(1L << Math.min(attempts, 20));
      return wait.compareTo(most) > 0 ? most : wait;
    }
  }
}
