package org.gridclear.cli.serve;

import java.io.PrintWriter;
import java.util.List;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.web.face.Door;
import org.gridclear.web.face.Faces;
import picocli.CommandLine.Option;

/** Where a server answers, as options. */
final class ServedDoors {
  @Option(
      names = "--port",
      converter = OptionNumbers.Port.class,
      defaultValue = "8080",
      description = "HTTP port (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--face",
      paramLabel = "FACE",
      description = {
        "Serve a face alone, each at a port of its own: operator, member, publication, settlement",
        "or admin, as FACE, FACE=PORT or FACE=HOST:PORT (default: --host, --port). May be given",
        "more than once; without it all calls are answered at --port (docs/protection.md)."
      })
  private List<String> faces = List.of();

  /**
   * The faces that are asked for.
   *
   * @param accounts whether callers have to say who they are
   * @throws IllegalArgumentException if they cannot be, or others than this machine would reach the
   *     server unguarded
   */
  Faces faces(GridOptions grid, boolean accounts) {
    Faces served = Faces.read(faces, grid.host, port, accounts);
    served.refuseUnguarded(plain(grid), accounts, grid.keys != null);
    return served;
  }

  /** Port of a server without faces. */
  int port() {
    return port;
  }

  /** Says where a server is ready. */
  void say(Faces served, GridOptions grid, int ready, PrintWriter out) {
    String scheme = grid.keys == null ? "http" : "https";
    served.ready(scheme, plain(grid), ready).forEach(out::println);
    out.flush();
  }

  private Door plain(GridOptions grid) {
    return Door.plain(grid.host, port);
  }
}
