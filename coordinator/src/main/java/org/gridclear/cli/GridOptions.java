package org.gridclear.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.worker.ignite.GridNodeOptions;
import picocli.CommandLine.Option;

/** Options of every command that takes part in a grid. */
final class GridOptions {
  @Option(
      names = "--join",
      split = ",",
      paramLabel = "HOST:PORT",
      description = "Addresses of nodes to join, e.g. 127.0.0.1:47500. Without it, a grid of one.")
  List<String> join = List.of();

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to bind to (default: ${DEFAULT-VALUE}, this machine only).")
  String host;

  @Option(
      names = "--grid-port",
      defaultValue = "47500",
      description =
          "First port of the grid; the next 19 are tried too (default: ${DEFAULT-VALUE}).")
  int gridPort;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keep the grid's data on disk here, safe against a crash (fsync). Default: memory only.")
  Path data;

  @Option(
      names = "--slots",
      description = "Cases solved at a time on this node (default: the number of cores).")
  Integer slots;

  GridNodeOptions node(String name, GridNodeOptions.Role role) {
    for (String address : join) {
      if (!address.matches("[^:]+:\\d+(\\.\\.\\d+)?")) {
        throw new IllegalArgumentException(
            "The --join address (%s) must be HOST:PORT, such as 127.0.0.1:47500."
                .formatted(address));
      }
    }
    return new GridNodeOptions(name, role, host, gridPort, join, slotCount(), workFolder(), data);
  }

  /** Units at a time on this node. */
  int slotCount() {
    return slots == null ? Runtime.getRuntime().availableProcessors() : slots;
  }

  private static Path workFolder() {
    try {
      Path folder = Files.createTempDirectory("gridclear-node-");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
