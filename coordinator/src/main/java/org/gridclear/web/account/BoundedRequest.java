package org.gridclear.web.account;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A request whose body ends with an error once it is too large, whatever its header says, or takes
 * too long to arrive: nobody holds a thread of the server by sending a byte now and then.
 */
public final class BoundedRequest extends HttpServletRequestWrapper {
  /** From the first byte that is waited for to the last. */
  public static final Duration ARRIVES_WITHIN = Duration.ofSeconds(30);

  private final int most;
  private final LongSupplier nanos;

  /**
   * A bounded request.
   *
   * @param most bytes that its body may have
   * @param nanos a clock that only goes forward
   */
  BoundedRequest(HttpServletRequest request, int most, LongSupplier nanos) {
    super(request);
    this.most = most;
    this.nanos = nanos;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Body(super.getInputStream(), most, nanos);
  }

  /** What to do about a body of a call that is too large or too slow. */
  public static String advice(HttpServletRequest request) {
    return AuditedCall.isSystem(AuditedCall.path(request))
        ? "Send the fields of the call alone, in one go; /swagger-ui.html has every body's fields."
        : "Name a base file of the server's folder instead of sending its content.";
  }

  /** The body within its bounds. */
  public static final class Body extends ServletInputStream {
    private final ServletInputStream body;
    private final int most;
    private final LongSupplier nanos;
    private final long fromNanos;
    private long read;

    /** A body of so many bytes at most. */
    public Body(ServletInputStream body, int most, LongSupplier nanos) {
      this.body = body;
      this.most = most;
      this.nanos = nanos;
      this.fromNanos = nanos.getAsLong();
    }

    @Override
    public int read() throws IOException {
      int value = body.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = body.read(into, from, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int more) {
      read += more;
      if (read > most) {
        throw new TooLargeException(most);
      }
      if (nanos.getAsLong() - fromNanos > ARRIVES_WITHIN.toNanos()) {
        throw new TooSlowException(
            "The body had not arrived after %d s.".formatted(ARRIVES_WITHIN.toSeconds()));
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }

  /** A body without a length turned out too large. */
  public static final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLargeException(int most) {
      super("The body has more than the %d bytes that are taken here.".formatted(most));
    }
  }

  /** A body took too long to arrive, or to be read. */
  public static final class TooSlowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A body that took too long, in words. */
    public TooSlowException(String message) {
      super(message);
    }
  }
}
