package org.gridclear.settlement.einvoice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

  ServiceProgram {
    command = List.copyOf(command);
  }

  @Override
  public byte[] make(byte[] payload) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      CompletableFuture<byte[]> answer =
          CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
      try (OutputStream in = process.getOutputStream()) {
        in.write(payload);
      } catch (IOException closed) {
        // It did not want to hear all; what it answers and its exit code say why.
      }
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("did not end within %d s".formatted(patience.toSeconds()));
      }
      byte[] said = answer.join();
      if (process.exitValue() != 0) {
        String text = new String(said, StandardCharsets.UTF_8);
        throw new IOException(
            "exit code %d: %s"
                .formatted(
                    process.exitValue(), text.substring(0, Math.min(SAID_MAX, text.length()))));
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
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
