package org.gridclear.worker.ignite;

import java.util.Collections;
import java.util.List;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.plugin.PluginValidationException;
import org.gridclear.atrest.AtRest;
import org.gridclear.atrest.KeyRing;

/**
 * Lets only nodes join that encrypt with keys which this one has: another would write in clear, or
 * what the others cannot read.
 */
final class KeyCheck extends JoinCheck {
  /** What the attribute of a node without keys says. */
  private static final String NONE = "";

  private final String own = ids();

  /** Ids of the keys of this process, with commas between. */
  static String ids() {
    return AtRest.ring().map(KeyRing::ids).orElse(NONE);
  }

  @Override
  public void validateNewNode(ClusterNode node) {
    String said = node.attribute(MemberFacts.DATA_KEYS);
    String other = said == null ? NONE : said;
    if (own.equals(other) || !own.equals(NONE) && !Collections.disjoint(list(own), list(other))) {
      return;
    }
    String text =
        "Node %s%s%s, and the grid %s. Give it the same --data-key as the others."
            .formatted(
                node.attribute(MemberFacts.NAME),
                CANNOT_JOIN,
                words("it encrypts", other),
                words("encrypts", own));
    throw new PluginValidationException(text, text, node.id());
  }

  private static List<String> list(String ids) {
    return List.of(ids.split(", "));
  }

  private static String words(String verb, String ids) {
    return ids.equals(NONE) ? verb + " nothing" : "%s with the keys %s".formatted(verb, ids);
  }

  @Override
  public String name() {
    return "GridClear key check";
  }
}
