package org.gridclear.site;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.gridclear.market.store.CopyGuard;
import org.gridclear.market.store.NotCopiedException;

/**
 * How far the standby site is, and whether the active one may go on. Cycles are numbered; what was
 * committed before a cycle began is in it. Without word from the standby site for as long as the
 * lease, nothing may be changed, for the other site may take over then. A confirmed cycle counts
 * from its begin by this site's clock: however late the word comes, the standby site, which waits
 * for the lease from when it sent it, is the later one.
 */
final class Lease implements CopyGuard {
  private static final long STEP_NANOS = 50_000_000;

  private final long leaseNanos;
  private final boolean alone;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long begun;
  private long confirmed;
  private long began;
  private long contact;
  private long unsentSince;
  private long unsentUpTo;
  private boolean met;
  private boolean over;
  private int waiting;

  /**
   * A lease that nobody has confirmed yet.
   *
   * @param alone whether changes are made without a standby site
   */
  Lease(Duration lease, boolean alone, LongSupplier nanos) {
    this.leaseNanos = lease.toNanos();
    this.alone = alone;
    this.nanos = nanos;
  }

  /** Why nothing may be changed; empty where it may. */
  Optional<String> refusal() {
    lock.lock();
    try {
      if (over) {
        return Optional.of("This site has handed over to the other; changes are made there.");
      }
      if (alone || met && nanos.getAsLong() - contact <= leaseNanos) {
        return Optional.empty();
      }
      return Optional.of(
          met
              ? "The standby site has not answered for %d s, so it may have taken over: nothing is changed here. When it is lost, start the server with --alone."
                  .formatted(TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - contact))
              : "No standby site follows this one yet, and nothing is changed before: start"
                  + " 'gridclear site follow' there, or this server with --alone.");
    } finally {
      lock.unlock();
    }
  }

  /** Ends the lease for good. */
  void handOver() {
    lock.lock();
    try {
      over = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The standby site says that it has a cycle, 0 for none.
   *
   * @param whole whether all that binds and was committed before was in it: else it says no more
   *     than that it is there
   */
  void confirm(long cycle, boolean whole) {
    lock.lock();
    try {
      if (cycle == begun && cycle > 0) {
        contact = began;
        met |= whole;
      }
      if (!whole) {
        return;
      }
      confirmed = Math.max(confirmed, cycle);
      if (confirmed >= unsentUpTo) {
        unsentSince = 0;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Begins a cycle when somebody waits for one, or after a while. */
  long begin(Duration patience) {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (waiting == 0 && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    return next();
  }

  private long next() {
    lock.lock();
    try {
      began = nanos.getAsLong();
      return ++begun;
    } finally {
      lock.unlock();
    }
  }

  /** How many changes wait for their copy. */
  int waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }

  /** Seconds for which something that was committed is not confirmed; 0 where all is. */
  double lagSeconds() {
    lock.lock();
    try {
      return unsentSince == 0 ? 0 : (nanos.getAsLong() - unsentSince) / 1e9;
    } finally {
      lock.unlock();
    }
  }

  /** Seconds since the standby site said something; infinite where it never did. */
  double silentSeconds() {
    lock.lock();
    try {
      return met ? (nanos.getAsLong() - contact) / 1e9 : Double.POSITIVE_INFINITY;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void committed() {
    lock.lock();
    try {
      waiting++;
      if (alone && !over) {
        return;
      }
      long needed = begun + 1;
      unsentUpTo = needed;
      unsentSince = unsentSince == 0 ? nanos.getAsLong() : unsentSince;
      changed.signalAll();
      long start = nanos.getAsLong();
      while (confirmed < needed && nanos.getAsLong() - start <= leaseNanos) {
        changed.awaitNanos(STEP_NANOS);
      }
      if (confirmed < needed) {
        throw new NotCopiedException(
            "It is written here, but the standby site did not confirm it: do not count on it. Look"
                + " whether it holds before you do it again.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotCopiedException("The wait for the standby site was interrupted.");
    } finally {
      waiting--;
      lock.unlock();
    }
  }
}
