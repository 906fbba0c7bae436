package org.gridclear.account.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Commands that a browser lets in: where, until when, once, and that nobody crowds others out. */
class DeviceLoginsTest {
  private static final long GOOD = 600_000;
  private static final String DESK = "operations 127.0.0.1";

  private final AtomicLong now = new AtomicLong(1_795_000_000_000L);
  private final DeviceLogins logins = new DeviceLogins(now::get);

  private boolean waits(DeviceLogins.Asked asked) {
    try {
      return logins.take(asked.device(), DESK).isEmpty();
    } catch (IllegalArgumentException ended) {
      return false;
    }
  }

  @Test
  void aCommandIsGivenItsTokenOnceAfterSomebodyLetItIn() {
    DeviceLogins.Asked asked = logins.ask(DESK, "10.0.0.1");
    assertTrue(asked.code().matches("[A-Z]{4}-[A-Z]{4}"), asked.code());
    assertEquals(Optional.empty(), logins.take(asked.device(), DESK));
    logins.approve(asked.code(), DESK, "olga");
    assertThrows(
        IllegalArgumentException.class, () -> logins.approve(asked.code(), DESK, "mallory"));
    assertEquals(Optional.of("olga"), logins.take(asked.device(), DESK));
    assertThrows(IllegalArgumentException.class, () -> logins.take(asked.device(), DESK));
  }

  @Test
  void itIsLetInWhereItAskedAndNowhereElse() {
    DeviceLogins.Asked asked = logins.ask(DESK, "10.0.0.1");
    assertThrows(
        IllegalArgumentException.class, () -> logins.approve(asked.code(), "public", "olga"));
    logins.approve(asked.code(), DESK, "olga");
    assertThrows(IllegalArgumentException.class, () -> logins.take(asked.device(), "public"));
    assertThrows(IllegalArgumentException.class, () -> logins.take(asked.code(), DESK));
    assertEquals(Optional.of("olga"), logins.take(asked.device(), DESK));
  }

  @Test
  void itsTimeIsOverAtTheMillisecondForBoth() {
    DeviceLogins.Asked late = logins.ask(DESK, "10.0.0.1");
    DeviceLogins.Asked never = logins.ask(DESK, "10.0.0.1");
    assertEquals(now.get() + GOOD, late.untilMillis());
    now.addAndGet(GOOD - 1);
    logins.approve(late.code(), DESK, "olga");
    assertTrue(waits(never));
    now.addAndGet(1);
    assertThrows(IllegalArgumentException.class, () -> logins.take(late.device(), DESK));
    assertThrows(IllegalArgumentException.class, () -> logins.approve(never.code(), DESK, "olga"));
  }

  @Test
  void whoAsksTooOftenPushesOutHisOwnThatNobodyHasLetIn() {
    DeviceLogins.Asked other = logins.ask(DESK, "10.0.0.2");
    List<DeviceLogins.Asked> own = new ArrayList<>();
    for (int k = 0; k < 20; k++) {
      own.add(logins.ask(DESK, "10.0.0.1"));
    }
    logins.approve(own.get(0).code(), DESK, "olga");
    own.add(logins.ask(DESK, "10.0.0.1"));
    assertTrue(waits(other));
    assertEquals(false, waits(own.get(1)), "the oldest that nobody has let in");
    own.subList(2, 21).forEach(each -> assertTrue(waits(each)));
    assertEquals(Optional.of("olga"), logins.take(own.get(0).device(), DESK));
  }

  @Test
  void whereTooManyWaitOneOfTheSourceWithTheMostGoes() {
    List<DeviceLogins.Asked> single = new ArrayList<>();
    for (int k = 0; k < 990; k++) {
      single.add(logins.ask(DESK, "source " + k));
    }
    List<DeviceLogins.Asked> many = new ArrayList<>();
    for (int k = 0; k < 10; k++) {
      many.add(logins.ask(DESK, "10.0.0.9"));
    }
    DeviceLogins.Asked next = logins.ask(DESK, "10.0.0.8");
    assertTrue(waits(next));
    assertEquals(false, waits(many.get(0)));
    many.subList(1, 10).forEach(each -> assertTrue(waits(each)));
    assertEquals(990, single.stream().filter(this::waits).count());
  }
}
