package org.gridclear.worker.ignite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteException;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.plugin.PluginValidationException;
import org.apache.ignite.spi.discovery.tcp.internal.TcpDiscoveryNode;

/** Lets only nodes of its own grid join. */
final class NameCheck extends JoinCheck {
  private static final Pattern REFUSAL =
      Pattern.compile("Node .+? cannot join: it is of the grid .*? at ports ([0-9, ]*)\\.");

  private final String grid;

  /** The check of a node of the grid of this name. */
  NameCheck(String grid) {
    this.grid = grid;
  }

  /** The node is of another grid than those that answer at these ports. */
  static final class OtherGridException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final List<Integer> ports;

    OtherGridException(String text, List<Integer> ports, Throwable cause) {
      super(text, cause);
      this.ports = List.copyOf(ports);
    }

    List<Integer> ports() {
      return ports;
    }
  }

  @Override
  public void validateNewNode(ClusterNode node) {
    String other = node.attribute(MemberFacts.GRID);
    if (grid.equals(other)) {
      return;
    }
    String text =
        ("Node %s cannot join: it is of the grid '%s', and the grid '%s' is at ports %s."
                + " Say --grid %s to be of that, or another --join or --grid-port.")
            .formatted(node.attribute(MemberFacts.NAME), other, grid, ports(node), grid);
    throw new PluginValidationException(text, text, node.id());
  }

  /** Ports of discovery of this grid's members on the machine of a node. */
  private String ports(ClusterNode joining) {
    Set<Integer> ports = new TreeSet<>();
    Ignite own = grid();
    for (ClusterNode member : own == null ? List.<ClusterNode>of() : own.cluster().nodes()) {
      if (member instanceof TcpDiscoveryNode tcp
          && !Collections.disjoint(member.addresses(), joining.addresses())) {
        ports.add(tcp.discoveryPort());
      }
    }
    return String.join(", ", ports.stream().map(String::valueOf).toList());
  }

  /**
   * Starts a node.
   *
   * @throws OtherGridException if a member of another grid refused it
   */
  static Ignite heard(Supplier<Ignite> start) {
    try {
      return start.get();
    } catch (IgniteException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        Matcher said = REFUSAL.matcher(String.valueOf(cause.getMessage()));
        if (said.find()) {
          throw new OtherGridException(String.valueOf(cause.getMessage()), ports(said.group(1)), e);
        }
      }
      throw e;
    }
  }

  private static List<Integer> ports(String text) {
    List<Integer> ports = new ArrayList<>();
    for (String port : text.split(", ")) {
      if (!port.isBlank()) {
        ports.add(Integer.valueOf(port.strip()));
      }
    }
    return ports;
  }

  @Override
  public String name() {
    return "GridClear name check";
  }
}
