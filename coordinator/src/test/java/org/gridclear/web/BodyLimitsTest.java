package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.gridclear.web.account.BoundedRequest;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

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

  @Test
  void asManyAsMayAreReadAndNoMore() throws Exception {
    CountDownLatch begun = new CountDownLatch(4);
    CountDownLatch end = new CountDownLatch(1);
    try (TimedReading reading = new TimedReading(Duration.ofSeconds(20))) {
      for (int k = 0; k < 4; k++) {
        Thread caller =
            new Thread(
                () ->
                    reading.of(
                        () -> {
                          begun.countDown();
                          end.await();
                          return 1;
                        }));
        caller.setDaemon(true);
        caller.start();
      }
      begun.await();
      ResponseStatusException busy =
          assertThrows(ResponseStatusException.class, () -> reading.of(() -> 1));
      assertEquals(503, busy.getStatusCode().value());
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
}
