package org.gridclear.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of two servers of one folder, which also stand for one that starts again. */
class KeptSessionsTest {
  private static final String PASSWORD = "Correct horse 7 battery";
  private static final long EIGHT_HOURS = 8 * 3_600_000L;

  @TempDir Path folder;

  @Test
  void whatIsKnownAndWhatEndsAtOneServerIsSoAtAll() throws Exception {
    AtomicLong now = new AtomicLong(1_795_000_000_000L);
    Path security = folder.resolve("security");
    Accounts.Introduction adam = Accounts.create(security, "adam", now::get);
    Accounts accounts = Accounts.open(security, now::get);
    Sessions first = new Sessions(accounts, security);
    String factor = first.invitations().opened(adam.code()).secondFactor();
    first.invitations().accepted(adam.code(), PASSWORD, OneTimeCodes.of(factor, now.get()), "test");
    now.addAndGet(30_000);
    String token = first.login("adam", PASSWORD, OneTimeCodes.of(factor, now.get()), "test");
    Sessions second = new Sessions(Accounts.open(security, now::get), security);
    assertEquals("adam", second.holder(token).orElseThrow().account().name());
    assertEquals(first.endOf(token), second.endOf(token));
    String kept = Files.readString(security.resolve("sessions"));
    assertFalse(kept.contains(token) || kept.contains("adam"), "it is sealed");
    second.logout(token);
    assertTrue(first.holder(token).isEmpty());
    now.addAndGet(30_000);
    String again = first.login("adam", PASSWORD, OneTimeCodes.of(factor, now.get()), "test");
    now.addAndGet(EIGHT_HOURS);
    assertTrue(second.holder(again).isEmpty(), "it ends after eight hours");
    second.end("adam");
    assertTrue(first.endOf(again).isEmpty());
    now.addAndGet(30_000);
    String last = first.login("adam", PASSWORD, OneTimeCodes.of(factor, now.get()), "test");
    assertTrue(second.holder(last).isPresent());
    Files.delete(security.resolve("sessions"));
    assertTrue(first.holder(last).isEmpty(), "without the file nobody is logged in");
    assertTrue(second.endOf(last).isEmpty());
  }
}
