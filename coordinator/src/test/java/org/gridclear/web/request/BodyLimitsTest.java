package org.gridclear.web.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.gridclear.run.GridRefusedException;
import org.gridclear.web.account.BoundedRequest;
import org.gridclear.web.study.TimedReading;
import org.junit.jupiter.api.Test;
import org.springframework.http.ProblemDetail;

/** A body has a limit of size, of arrival and of reading. */
class BodyLimitsTest {
  private final AtomicLong nanos = new AtomicLong();

  /** So many bytes, one at a time, and so long between two. */
  private BoundedRequest.Body dripping(int bytes, Duration between, int most) {
    return new BoundedRequest.Body(
        new ServletInputStream() {
          private int left = bytes;

          @Override
          public int read() {
            nanos.addAndGet(between.toNanos());
            return left-- > 0 ? 'x' : -1;
          }

          @Override
          public boolean isFinished() {
            return left <= 0;
          }

          @Override
          public boolean isReady() {
            return true;
          }

          @Override
          public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
          }
        },
        most,
        nanos::get);
  }

  private static int readAll(BoundedRequest.Body body) throws IOException {
    int count = 0;
    while (body.read() >= 0) {
      count++;
    }
    return count;
  }

  @Test
  void aBodyThatDripsIsGivenUp() throws IOException {
    assertEquals(29, readAll(dripping(29, Duration.ofSeconds(1), 100)));
    BoundedRequest.TooSlowException slow =
        assertThrows(
            BoundedRequest.TooSlowException.class,
            () -> readAll(dripping(60, Duration.ofSeconds(1), 100)));
    assertTrue(slow.getMessage().contains("30 s"), slow.getMessage());
  }

  @Test
  void aBodyWithoutALengthEndsWhereItIsTooLarge() throws IOException {
    assertEquals(10, readAll(dripping(10, Duration.ZERO, 10)));
    assertThrows(
        BoundedRequest.TooLargeException.class, () -> readAll(dripping(11, Duration.ZERO, 10)));
  }

  @Test
  void readingThatTakesTooLongIsGivenUpAndHoldsNobodyElse() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (TimedReading reading = new TimedReading(Duration.ofMillis(200))) {
      BoundedRequest.TooSlowException slow =
          assertThrows(
              BoundedRequest.TooSlowException.class,
              () ->
                  reading.of(
                      () -> {
                        never.await();
                        return 1;
                      }));
      assertTrue(slow.getMessage().contains("0.2 s"), slow.getMessage());
      assertEquals(7, reading.of(() -> 7));
    }
  }

  private static void readUntilGivenUp(
      TimedReading reading, CountDownLatch begun, CountDownLatch end) {
    try {
      reading.of(() -> parsed(begun, end));
    } catch (BoundedRequest.TooSlowException e) {
      assertTrue(e.getMessage().contains("given up"), e.getMessage());
    }
  }

  /** A parser that does not look whether it is asked to stop. */
  private static int parsed(CountDownLatch begun, CountDownLatch end) {
    begun.countDown();
    while (true) {
      try {
        end.await();
        return 1;
      } catch (InterruptedException e) {
        // It goes on.
      }
    }
  }

  /** Four readers that end when the latch says so. */
  private static CountDownLatch busy(TimedReading reading) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(4);
    CountDownLatch end = new CountDownLatch(1);
    for (int k = 0; k < 4; k++) {
      Thread caller = new Thread(() -> readUntilGivenUp(reading, begun, end));
      caller.setDaemon(true);
      caller.start();
    }
    begun.await();
    return end;
  }

  @Test
  void moreBodiesThanAreReadAtATimeWaitForTheirTurn() throws Exception {
    try (TimedReading reading = new TimedReading(Duration.ofSeconds(20))) {
      CountDownLatch end = busy(reading);
      CompletableFuture<Integer> next = CompletableFuture.supplyAsync(() -> reading.of(() -> 7));
      assertFalse(next.isDone());
      end.countDown();
      assertEquals(7, next.get(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void whoseTurnDoesNotComeIsAskedToComeAgain() throws Exception {
    try (TimedReading reading = new TimedReading(Duration.ofMillis(300))) {
      CountDownLatch end = busy(reading);
      assertThrows(GridRefusedException.class, () -> reading.of(() -> 7));
      end.countDown();
    }
  }

  @Test
  void whatIsWrongWithABodyIsSaidAsItWasFound() {
    try (TimedReading reading = new TimedReading(Duration.ofSeconds(20))) {
      IllegalArgumentException said =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  reading.of(
                      () -> {
                        throw new IllegalArgumentException("no study");
                      }));
      assertEquals("no study", said.getMessage());
    }
  }

  @Test
  void adviceOnASlowBodyIsThatOfItsAddress() {
    BoundedRequest.TooSlowException slow = new BoundedRequest.TooSlowException("slow");
    for (String path : List.of("/api/v1/session", "/api/v1/invitations/accepted")) {
      Object advice = new ErrorAdvice().tooSlow(slow, at(path)).getProperties().get("advice");
      assertTrue(advice.toString().startsWith("Send the fields of the call alone"), path);
    }
    ProblemDetail study = new ErrorAdvice().tooSlow(slow, at("/api/v1/studies"));
    assertEquals(408, study.getStatus());
    assertTrue(study.getProperties().get("advice").toString().startsWith("Name a base file"));
  }

  private static HttpServletRequest at(String path) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            HttpServletRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (request, method, arguments) ->
                method.getName().equals("getServletPath") ? path : null);
  }
}
