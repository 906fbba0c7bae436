package org.gridclear.cli.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.worker.ignite.GridNames;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions;
import org.gridclear.worker.ignite.probe.GridProbe;
import org.gridclear.worker.ignite.probe.GridUnreachableException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that takes part in a grid. */
public final class GridOptions {
  private static final Pattern ADDRESS = Pattern.compile("[^:]+:(\\d{1,5})(?:\\.\\.(\\d{1,5}))?");

  /** Variable with the name of the grid of all commands. */
  public static final String GRID_VARIABLE = "GRIDCLEAR_GRID";

  private static final int PORT_MAX = 65_535;

  /** Addresses of nodes that may be there; empty: none was named. */
  @Option(
      names = "--join",
      split = ",",
      paramLabel = "HOST:PORT",
      description = "Addresses of nodes to join, e.g. 127.0.0.1:47500. Without it, a grid of one.")
  public List<String> join = List.of();

  private @Nullable List<String> again;

  /** Name of the grid; null: of the variable, or that of its owner. */
  @Option(
      names = "--grid",
      paramLabel = "NAME",
      description =
          "Name of the grid; only processes of one name join each other (default: the variable"
              + " GRIDCLEAR_GRID, else that of the owner: of the authority of --keys, or the"
              + " user).")
  public String grid;

  /** Address at which this process listens. */
  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to bind to (default: ${DEFAULT-VALUE}, this machine only).")
  public String host;

  /** First port that the grid tries. */
  @Option(
      names = "--grid-port",
      converter = OptionNumbers.Port.class,
      defaultValue = "47500",
      description =
          "First port of the grid; the next 19 are tried too (default: ${DEFAULT-VALUE}).")
  public int gridPort;

  /** Folder of what the grid keeps; null: in memory alone. */
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keep the grid's data on disk here, safe against a crash (fsync). Default: memory only.")
  public Path data;

  /** Work items that a node does at once; null: as the machine allows. */
  @Option(
      names = "--slots",
      converter = OptionNumbers.FromOne.class,
      description = "Cases solved at a time on this node (default: the number of cores).")
  public Integer slots;

  /** Memory of a solver process; null: as the machine allows. */
  @Option(
      names = "--child-memory",
      converter = OptionNumbers.FromZero.class,
      paramLabel = "MB",
      description =
          "Memory of each solver process (default: half of the machine's, shared by the slots); 0"
              + " solves in the node's own process.")
  public Integer childMemoryMb;

  /** Folder of the keys between nodes; null: without. */
  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description = "Keys with which nodes trust each other and talk over TLS (gridclear keys).")
  public Path keys;

  @Option(
      names = "--retain-days",
      converter = OptionNumbers.FromZero.class,
      defaultValue = "0",
      description = "Drop data that nobody has read or written for so many days (0: never).")
  int retainDays;

  /**
   * Makes sure that there is a grid to join, before anything is read or computed.
   *
   * @throws GridUnreachableException if no node of one answers
   */
  public void reach() {
    checkAddresses();
    namedGrid();
    if (!join.isEmpty()) {
      GridProbe.reach(join, keys);
    }
  }

  private void checkAddresses() {
    for (String address : join) {
      Matcher parts = ADDRESS.matcher(address);
      if (!parts.matches() || !isRange(parts.group(1), parts.group(2))) {
        throw new IllegalArgumentException(
            "The --join address (%s) must be HOST:PORT, such as 127.0.0.1:47500, or HOST:PORT..PORT; ports are from 1 to 65535."
                .formatted(address));
      }
    }
  }

  private static boolean isRange(String first, String last) {
    int from = Integer.parseInt(first);
    int to = last == null ? from : Integer.parseInt(last);
    return from >= 1 && to >= from && to <= PORT_MAX;
  }

  /** The name that was given; null if none was. */
  private String namedGrid() {
    String named = grid == null ? System.getenv(GRID_VARIABLE) : grid;
    if (named != null && named.isBlank()) {
      throw new IllegalArgumentException(
          "The name of the grid (%s) is empty. Give one, or leave it out for the owner's own."
              .formatted(grid == null ? GRID_VARIABLE : "--grid"));
    }
    if (named != null) {
      GridNames.check(named);
    }
    return named;
  }

  private String gridName() {
    String named = namedGrid();
    return named == null ? GridNames.ofOwner(keys) : named;
  }

  /** The options of a node of this grid. */
  public GridNodeOptions node(String name, GridNodeOptions.Role role) {
    checkAddresses();
    if (keys == null && !GridNodeOptions.isLoopback(host)) {
      throw new IllegalArgumentException(
          "Without --keys nodes cannot tell who joins them, so they bind to this machine only; --host %s needs --keys (make them with: gridclear keys)."
              .formatted(host));
    }
    GridNodeOptions told =
        new GridNodeOptions(
            name,
            role,
            host,
            gridPort,
            join,
            slotCount(),
            workFolder(),
            data,
            childMemoryBytes(),
            keys,
            retainDays,
            gridName());
    return again == null ? told : told.joining(again);
  }

  /** The next member joins at these addresses, where it saw others. */
  public void again(List<String> addresses) {
    again = addresses;
  }

  /**
   * Joins a running grid for a while, without doing work in it.
   *
   * @param what begins the member's name
   * @throws IllegalArgumentException if no grid is named
   */
  public GridNode visit(String what) {
    if (join.isEmpty()) {
      throw new IllegalArgumentException(
          "Which grid? Say --join HOST:PORT, such as --join 127.0.0.1:47500.");
    }
    reach();
    String name = what + "-" + ProcessHandle.current().pid();
    return GridNode.start(node(name, GridNodeOptions.Role.COORDINATOR));
  }

  /** Memory of each solver process; 0 for none. */
  public long childMemoryBytes() {
    return childMemoryMb != null
        ? (long) childMemoryMb << 20
        : GridNodeOptions.childMemoryShare(slotCount());
  }

  /** Units at a time on this node. */
  public int slotCount() {
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
