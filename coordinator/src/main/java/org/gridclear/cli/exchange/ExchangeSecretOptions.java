package org.gridclear.cli.exchange;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code gridclear exchange secret} is asked. */
final class ExchangeSecretOptions {
  @Parameters(paramLabel = "CHANNEL", description = "The channel.")
  private String id;

  @Option(names = "--file", paramLabel = "FILE", description = "Hexadecimal digits.")
  private @Nullable Path file;

  @Option(
      names = "--password",
      paramLabel = "FILE",
      description = "Keep the password of its account at a mail server, too.")
  private @Nullable Path password;

  String id() {
    return id;
  }

  @Nullable Path file() {
    return file;
  }

  @Nullable Path password() {
    return password;
  }
}
