package org.gridclear.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Who may try a password, decided before its hash is computed. Wrong tries count by the address
 * they come from, those under way included, so that nobody can lock a user out from elsewhere, and
 * one hash is computed at a time, so that nobody slows the server by trying.
 */
final class LoginGate {
  private static final int TRIES_OF_NAME = 5;
  private static final int TRIES_OF_SOURCE = 30;
  private static final int WAITING_MAX = 8;
  private static final int REMEMBERED_MAX = 20_000;
  private static final long FIRST_WAIT_MILLIS = 15 * 60_000L;
  private static final int DOUBLINGS_MAX = 5;
  private static final int IPV4_BYTES = 4;
  private static final int IPV6_NETWORK_BYTES = 8;

  private final Semaphore evaluating = new Semaphore(1, true);
  private final AtomicInteger waiting = new AtomicInteger();
  private final Map<String, Tries> triesOf = new Remembered();

  /** Tries of one source, or of one source with one name. */
  private static final class Tries {
    private int wrong;
    private int underWay;
    private int doublings;
    private long wrongMillis;
    private long untilMillis;
  }

  /** Forgets the longest unused where there are too many. */
  private static final class Remembered extends LinkedHashMap<String, Tries> {
    private static final long serialVersionUID = 1L;

    Remembered() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
      return size() > REMEMBERED_MAX && eldest.getValue().underWay == 0;
    }
  }

  /** Tries a password of which nothing can be judged before its hash. */
  void attempt(String name, String source, long nowMillis, Runnable check) {
    attempt(name, source, nowMillis, () -> {}, check);
  }

  /**
   * Tries a password. What {@code cheap} or {@code check} refuse by a {@link
   * Sessions.RefusedLoginException} or an {@link IllegalArgumentException} is a wrong try.
   *
   * @param name the user it is tried for
   * @param source address that it comes from
   * @param cheap what is judged at once and without a hash
   * @param check computes hashes and does all that follows; refuses if anything is wrong
   * @throws Sessions.RefusedLoginException if it was wrong, or if the source has to wait
   * @throws Sessions.BusyException if too many wait
   */
  void attempt(String name, String source, long nowMillis, Runnable cheap, Runnable check) {
    String network = network(source);
    Tries ofSource = enter(network, TRIES_OF_SOURCE, nowMillis, null);
    Tries ofName = enter(network + " " + name, TRIES_OF_NAME, nowMillis, ofSource);
    boolean wrong = false;
    try {
      cheap.run();
      alone(check);
      forgive(ofName);
    } catch (Sessions.RefusedLoginException | IllegalArgumentException refused) {
      wrong = true;
      throw refused;
    } finally {
      leave(ofName, TRIES_OF_NAME, nowMillis, wrong);
      leave(ofSource, TRIES_OF_SOURCE, nowMillis, wrong);
    }
  }

  private synchronized Tries enter(String key, int most, long nowMillis, @Nullable Tries entered) {
    Tries tries = triesOf.computeIfAbsent(key, unknown -> new Tries());
    if (tries.wrongMillis + FIRST_WAIT_MILLIS < nowMillis) {
      tries.wrong = 0;
    }
    if (tries.untilMillis > nowMillis || tries.wrong + tries.underWay >= most) {
      if (entered != null) {
        entered.underWay--;
      }
      throw new Sessions.RefusedLoginException("locked for this address");
    }
    tries.underWay++;
    return tries;
  }

  private synchronized void leave(Tries tries, int most, long nowMillis, boolean wrong) {
    tries.underWay--;
    if (!wrong) {
      return;
    }
    tries.wrong++;
    tries.wrongMillis = nowMillis;
    if (tries.wrong >= most) {
      tries.wrong = 0;
      tries.untilMillis = nowMillis + (FIRST_WAIT_MILLIS << tries.doublings);
      tries.doublings = Math.min(DOUBLINGS_MAX, tries.doublings + 1);
    }
  }

  /** A right password forgives wrong ones of that name, not what else comes from the address. */
  private synchronized void forgive(Tries ofName) {
    ofName.wrong = 0;
    ofName.doublings = 0;
  }

  private void alone(Runnable check) {
    if (waiting.incrementAndGet() > WAITING_MAX) {
      waiting.decrementAndGet();
      throw new Sessions.BusyException();
    }
    try {
      evaluating.acquireUninterruptibly();
      try {
        check.run();
      } finally {
        evaluating.release();
      }
    } finally {
      waiting.decrementAndGet();
    }
  }

  /**
   * An IPv4 address, or the first 64 bits of an IPv6 one, however it is written: one household has
   * all the rest.
   */
  private static String network(String address) {
    String number = address.replaceFirst("%.*", "");
    if (!number.matches("[0-9a-fA-F:][0-9a-fA-F:.]*") || number.indexOf(':') < 0) {
      return address; // names are looked up nowhere
    }
    try {
      byte[] bytes = InetAddress.getByName(number).getAddress();
      return bytes.length == IPV4_BYTES
          ? InetAddress.getByAddress(bytes).getHostAddress()
          : HexFormat.of().formatHex(bytes, 0, IPV6_NETWORK_BYTES);
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
