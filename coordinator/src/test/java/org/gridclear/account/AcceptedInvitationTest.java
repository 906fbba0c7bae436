package org.gridclear.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hashes of an invitation are computed one at a time and hold nobody else. */
// Rows: P-08
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AcceptedInvitationTest {
  private static final String PASSWORD = "Correct horse 7 battery";
  private static final String HERE = "10.0.0.1";

  @TempDir Path folder;

  private final long now = 1_795_000_000_000L;
  private final LoginGate gate = new LoginGate();
  private final CountDownLatch end = new CountDownLatch(1);
  private Accounts accounts;
  private Invitations invitations;
  private String link;
  private String secondFactor;

  @BeforeEach
  void open() {
    link = Accounts.create(folder.resolve("s"), "admin", () -> now).code();
    accounts = Accounts.open(folder.resolve("s"), () -> now);
    invitations = new Invitations(accounts, gate);
    secondFactor = invitations.opened(link).secondFactor();
  }

  private String code() {
    return OneTimeCodes.of(secondFactor, now);
  }

  private String wrongCode() {
    return code().startsWith("9") ? "000000" : "9" + code().substring(1);
  }

  /** Somebody's hash is being computed until the latch says so. */
  private void hashing() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Thread other = new Thread(() -> gate.attempt("bob", "10.0.0.7", now, () -> await(begun)));
    other.setDaemon(true);
    other.start();
    begun.await();
  }

  private void await(CountDownLatch begun) {
    begun.countDown();
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private CompletableFuture<String> accepting() throws InterruptedException {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                answer.complete(invitations.accepted(link, PASSWORD, code(), HERE));
              } catch (IllegalArgumentException e) {
                answer.completeExceptionally(e);
              }
            });
    caller.setDaemon(true);
    caller.start();
    while (caller.getState() != Thread.State.WAITING && !answer.isDone()) {
      Thread.sleep(5);
    }
    assertFalse(answer.isDone(), "it waits for its turn");
    return answer;
  }

  @Test
  void aWrongCodeIsJudgedWhileAHashIsComputedAndWaitsForNone() throws Exception {
    hashing();
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class,
            () -> invitations.accepted(link, PASSWORD, wrongCode(), HERE));
    assertTrue(wrong.getMessage().contains("not one of the second factor"), wrong.getMessage());
    end.countDown();
  }

  @Test
  void whoAcceptsWaitsForTheGateAndHoldsNobodyElse() throws Exception {
    hashing();
    CompletableFuture<String> answer = accepting();
    CompletableFuture<Boolean> found =
        CompletableFuture.supplyAsync(
            () -> accounts.find("admin").isPresent() && accounts.ofToken("x").isEmpty());
    assertTrue(found.get(20, TimeUnit.SECONDS));
    end.countDown();
    assertEquals("admin", answer.get(20, TimeUnit.SECONDS));
    assertTrue(accounts.find("admin").orElseThrow().active());
  }

  @Test
  void aLinkThatEndsWhileItsHashWaitsSetsNoPassword() throws Exception {
    hashing();
    CompletableFuture<String> answer = accepting();
    accounts.reset("admin", "");
    end.countDown();
    ExecutionException ended =
        assertThrows(ExecutionException.class, () -> answer.get(20, TimeUnit.SECONDS));
    assertTrue(ended.getMessage().contains("was used or has ended"), ended.getMessage());
    assertFalse(accounts.find("admin").orElseThrow().active());
  }

  @Test
  void aSecondFactorThatIsNoLongerTheOneShownLastSetsNoPassword() throws Exception {
    hashing();
    CompletableFuture<String> answer = accepting();
    invitations.opened(link);
    end.countDown();
    ExecutionException other =
        assertThrows(ExecutionException.class, () -> answer.get(20, TimeUnit.SECONDS));
    assertTrue(other.getMessage().contains("not one of the second factor"), other.getMessage());
    assertFalse(accounts.find("admin").orElseThrow().active());
  }

  @Test
  void fiveWrongCodesMakeAnAddressWaitAndNoOther() {
    for (int k = 0; k < 5; k++) {
      assertThrows(
          IllegalArgumentException.class,
          () -> invitations.accepted(link, PASSWORD, wrongCode(), HERE));
    }
    assertThrows(
        Sessions.RefusedLoginException.class,
        () -> invitations.accepted(link, PASSWORD, code(), HERE));
    assertEquals("admin", invitations.accepted(link, PASSWORD, code(), "10.0.0.2"));
  }

  @Test
  void earlierPasswordsAreNotGuessedByALink() {
    invitations.accepted(link, PASSWORD, code(), HERE);
    link = accounts.reset("admin", "").code();
    secondFactor = invitations.opened(link).secondFactor();
    for (int k = 0; k < 5; k++) {
      assertThrows(
          IllegalArgumentException.class, () -> invitations.accepted(link, PASSWORD, code(), HERE));
    }
    assertThrows(
        Sessions.RefusedLoginException.class,
        () -> invitations.accepted(link, "Another horse 9 here", code(), HERE));
  }
}
