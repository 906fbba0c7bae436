package org.gridclear.market.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Opens a market in a process of its own and prints what went wrong. */
public final class OtherOpener {
  private OtherOpener() {}

  /** The process. */
  public static void main(String[] arguments) {
    try {
      MarketFolder.open(Path.of(arguments[0])).close();
      System.out.println("opened");
    } catch (IllegalArgumentException e) {
      System.out.println(e.getMessage());
    }
  }

  static Process start(Path market) {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              OtherOpener.class.getName(),
              market.toString())
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String said(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
