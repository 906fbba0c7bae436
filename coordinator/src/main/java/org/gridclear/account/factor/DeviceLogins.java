package org.gridclear.account.factor;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.gridclear.file.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Logins of commands that a browser lets in (as in RFC 8628): the command shows a short code, its
 * user enters it at the desk, where he has logged in with both factors, and the command comes for
 * its token.
 */
public final class DeviceLogins {
  private static final long GOOD_MILLIS = 600_000;
  private static final int WAITING_MAX = 1_000;
  private static final int OF_SOURCE_MAX = 20;
  private static final int CODE_LETTERS = 8;
  private static final int DEVICE_BYTES = 32;
  private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

  private final SecureRandom random = new SecureRandom();
  private final LongSupplier clockMillis;

  /** The oldest first. */
  private final Map<String, Waiting> byDevice = new LinkedHashMap<>();

  /**
   * A command that waits.
   *
   * @param code what its user enters at the desk
   * @param place where it asks: a face and an address
   * @param source who asks, by address
   * @param user who let it in; null before
   */
  private record Waiting(
      String code, String place, String source, long untilMillis, @Nullable String user) {}

  /**
   * What a command is told.
   *
   * @param device what it comes back with; nobody else is told
   * @param code what it shows
   * @param untilMillis when both end
   */
  public record Asked(String device, String code, long untilMillis) {}

  /** Logins that end with the process. */
  public DeviceLogins(LongSupplier clockMillis) {
    this.clockMillis = clockMillis;
  }

  private static String hash(String device) {
    return Sha256.hex(device.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A command asks to be let in. Nobody has to be known for that, so who asks too often pushes out
   * his own, and where too many wait, one of the source that has the most.
   *
   * @param place where it asks; it is let in at this face alone
   * @param source who asks, by address
   */
  public synchronized Asked ask(String place, String source) {
    long now = clockMillis.getAsLong();
    byDevice.values().removeIf(each -> each.untilMillis() <= now);
    Map<String, Integer> bySource = new HashMap<>();
    byDevice.values().forEach(each -> bySource.merge(each.source(), 1, Integer::sum));
    if (bySource.getOrDefault(source, 0) >= OF_SOURCE_MAX) {
      pushOut(source);
    } else if (byDevice.size() >= WAITING_MAX) {
      pushOut(Collections.max(bySource.entrySet(), Map.Entry.comparingByValue()).getKey());
    }
    byte[] bytes = new byte[DEVICE_BYTES];
    random.nextBytes(bytes);
    String device = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    StringBuilder code = new StringBuilder();
    for (int k = 0; k < CODE_LETTERS; k++) {
      code.append(k == CODE_LETTERS / 2 ? "-" : "");
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    Waiting waiting = new Waiting(code.toString(), place, source, now + GOOD_MILLIS, null);
    byDevice.put(hash(device), waiting);
    return new Asked(device, waiting.code(), waiting.untilMillis());
  }

  /** The oldest of a source that nobody has let in yet, or else the oldest. */
  private void pushOut(String source) {
    byDevice.entrySet().stream()
        .filter(each -> each.getValue().source().equals(source))
        .min(Comparator.comparing(each -> each.getValue().user() != null))
        .ifPresent(each -> byDevice.remove(each.getKey()));
  }

  /**
   * Somebody lets a command in.
   *
   * @throws IllegalArgumentException if none waits here with this code
   */
  public synchronized void approve(String code, String place, String user) {
    long now = clockMillis.getAsLong();
    for (Map.Entry<String, Waiting> each : byDevice.entrySet()) {
      Waiting waiting = each.getValue();
      if (waiting.code().equals(code)
          && waiting.place().equals(place)
          && waiting.user() == null
          && waiting.untilMillis() > now) {
        each.setValue(new Waiting(code, place, waiting.source(), waiting.untilMillis(), user));
        return;
      }
    }
    throw new IllegalArgumentException(
        "No command waits here with the code %s; it may have ended.".formatted(code));
  }

  /**
   * A command comes for its token, which it is given once.
   *
   * @return who let it in; empty while nobody has
   * @throws IllegalArgumentException if it is unknown here or has ended
   */
  public synchronized Optional<String> take(String device, String place) {
    Waiting waiting = byDevice.get(hash(device));
    if (waiting == null
        || !waiting.place().equals(place)
        || waiting.untilMillis() <= clockMillis.getAsLong()) {
      throw new IllegalArgumentException("The login has ended; begin again.");
    }
    if (waiting.user() != null) {
      byDevice.remove(hash(device));
    }
    return Optional.ofNullable(waiting.user());
  }
}
