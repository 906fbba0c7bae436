package org.gridclear.settlement.einvoice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gridclear.settlement.payment.TaxService;

/**
 * A program that gets the payload on its standard input and answers on its output; exit code 0 if
 * it did.
 *
 * @param command the program and its arguments
 * @param patience how long it may take
 */
record ServiceProgram(List<String> command, Duration patience) implements TaxService {
  private static final int ANSWER_MAX = 64 << 10;
  private static final int SAID_MAX = 500;

  /** A thread of its own for what may be held up, which holds up the end of this process not. */
  private static final Executor BESIDE =
      work -> {
        Thread thread = new Thread(work, "tax-service");
        thread.setDaemon(true);
        thread.start();
      };

  ServiceProgram {
    command = List.copyOf(command);
  }

  @Override
  public byte[] make(byte[] payload) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      // Beside each other and off this thread: what does not listen holds up neither.
      BESIDE.execute(() -> tell(process.getOutputStream(), payload));
      CompletableFuture<byte[]> answer =
          CompletableFuture.supplyAsync(() -> read(process.getInputStream()), BESIDE);
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("did not end within %d s".formatted(patience.toSeconds()));
      }
      byte[] said = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (process.exitValue() != 0) {
        String text = new String(said, StandardCharsets.UTF_8);
        throw new IOException(
            "exit code %d: %s"
                .formatted(
                    process.exitValue(), text.substring(0, Math.min(SAID_MAX, text.length()))));
      }
      return said;
    } catch (TimeoutException e) {
      throw new IOException(
          "ended, but what it started held its output for more than %d s"
              .formatted(patience.toSeconds()),
          e);
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static void tell(OutputStream in, byte[] payload) {
    try (in) {
      in.write(payload);
    } catch (IOException closed) {
      // It did not want to hear all; what it answers and its exit code say why.
    }
  }

  private static byte[] read(InputStream in) {
    try {
      return in.readNBytes(ANSWER_MAX);
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
