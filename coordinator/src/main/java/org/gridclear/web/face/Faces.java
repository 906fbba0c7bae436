package org.gridclear.web.face;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.account.Face;
import org.gridclear.worker.ignite.GridNodeOptions;

/** The faces of a server, each with a port of its own. */
public final class Faces {
  private final List<Door> doors;
  private volatile Map<Face, Integer> ports = Map.of();

  /** A server without faces, at whose port all calls are answered. */
  public static Faces none() {
    return new Faces(List.of());
  }

  /**
   * These faces.
   *
   * @throws IllegalArgumentException if two are one, or share a port
   */
  public Faces(List<Door> doors) {
    Set<Face> seen = EnumSet.noneOf(Face.class);
    Set<Integer> taken = new HashSet<>();
    for (Door door : doors) {
      if (!seen.add(door.face())) {
        throw new IllegalArgumentException(
            "The face %s is named twice.".formatted(door.face().word()));
      }
      if (door.port() != 0 && !taken.add(door.port())) {
        throw new IllegalArgumentException(
            "Two faces have port %d; each needs one of its own: --face %s=PORT."
                .formatted(door.port(), door.face().word()));
      }
    }
    this.doors = List.copyOf(doors);
  }

  /**
   * The faces of a server as they are written.
   *
   * @param texts each as {@link Door#read} has it
   * @param host where none is said
   * @param port where none is said
   * @param accounts whether callers have to say who they are
   * @throws IllegalArgumentException if there are faces without accounts, or they cannot be
   */
  public static Faces read(List<String> texts, String host, int port, boolean accounts) {
    if (!texts.isEmpty() && !accounts) {
      throw new IllegalArgumentException("--face is for a server with accounts: --security.");
    }
    return new Faces(texts.stream().map(each -> Door.read(each, host, port)).toList());
  }

  /**
   * Refuses a server that others than this machine reach unguarded.
   *
   * @param otherwise where a server without faces is
   * @param accounts whether callers have to say who they are
   * @param keys whether what is said is encrypted
   */
  public void refuseUnguarded(Door otherwise, boolean accounts, boolean keys) {
    for (Door door : isEmpty() ? List.of(otherwise) : doors) {
      if (!accounts && !GridNodeOptions.isLoopback(door.host())) {
        throw new IllegalArgumentException(
            "Without accounts the server is for this machine only; --host %s needs --security and --keys."
                .formatted(door.host()));
      }
      if (!keys && !GridNodeOptions.isLoopback(door.host())) {
        throw new IllegalArgumentException(
            "--face %s at %s needs --keys.".formatted(door.face().word(), door.host()));
      }
    }
  }

  /**
   * Where a server is ready, a line for each face and one of its calls.
   *
   * @param scheme http or https
   * @param otherwise where a server without faces is
   * @param port the port that it has
   */
  public List<String> ready(String scheme, Door otherwise, int port) {
    List<String> lines = new ArrayList<>();
    for (Door door : doors) {
      lines.add(
          "face %s: %s://%s:%d/"
              .formatted(door.face().word(), scheme, door.host(), port(door.face()).orElseThrow()));
    }
    String host = isEmpty() ? otherwise.host() : doors.get(0).host();
    lines.add("ready: %s://%s:%d/api/v1/studies".formatted(scheme, host, port));
    return lines;
  }

  /** Where they are to be. */
  public List<Door> doors() {
    return doors;
  }

  /** Whether there are none, so that all calls are answered at one port. */
  public boolean isEmpty() {
    return doors.isEmpty();
  }

  /** The port of a face; nothing before the server has started. */
  public Optional<Integer> port(Face face) {
    return Optional.ofNullable(ports.get(face));
  }

  /**
   * Says which ports the faces have.
   *
   * @param found in the order of their doors; of a server without faces its own
   */
  public void started(List<Integer> found) {
    Map<Face, Integer> all = new EnumMap<>(Face.class);
    for (int k = 0; k < doors.size(); k++) {
      all.put(doors.get(k).face(), found.get(k));
    }
    ports = all;
  }

  /** The face of a port; none for one that is no face's. */
  public Optional<Face> of(int port) {
    return ports.entrySet().stream()
        .filter(each -> each.getValue() == port)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
