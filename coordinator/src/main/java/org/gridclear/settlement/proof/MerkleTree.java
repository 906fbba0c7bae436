package org.gridclear.settlement.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.file.Sha256;

/**
 * A tree of hashes over statements. A leaf is SHA-256 of {@code leaf}, a node of {@code node}, each
 * with what it is made of in lines; of an odd number the last one rises as it is. Hashes are in
 * small hexadecimal digits.
 */
public final class MerkleTree {
  private final List<List<String>> levels = new ArrayList<>();

  /**
   * The tree over leaves.
   *
   * @param leaves hashes, at least one
   */
  public MerkleTree(List<String> leaves) {
    if (leaves.isEmpty()) {
      throw new IllegalArgumentException("Nothing is published: there is no statement.");
    }
    levels.add(List.copyOf(leaves));
    while (top().size() > 1) {
      List<String> below = top();
      List<String> level = new ArrayList<>();
      for (int i = 0; i < below.size(); i += 2) {
        level.add(i + 1 < below.size() ? node(below.get(i), below.get(i + 1)) : below.get(i));
      }
      levels.add(List.copyOf(level));
    }
  }

  private List<String> top() {
    return levels.get(levels.size() - 1);
  }

  /** The root. */
  public String root() {
    return top().get(0);
  }

  /**
   * A neighbour on the way to the root.
   *
   * @param left whether it is the left one of the two
   * @param hash its hash
   */
  public record Step(boolean left, String hash) {}

  /** The neighbours from a leaf to the root. */
  public List<Step> path(int leaf) {
    List<Step> path = new ArrayList<>();
    int at = leaf;
    for (List<String> level : levels.subList(0, levels.size() - 1)) {
      int other = at ^ 1;
      if (other < level.size()) {
        path.add(new Step(other < at, level.get(other)));
      }
      at /= 2;
    }
    return path;
  }

  /** Where a path leads from a leaf. */
  public static String root(String leaf, List<Step> path) {
    String hash = leaf;
    for (Step step : path) {
      hash = step.left() ? node(step.hash(), hash) : node(hash, step.hash());
    }
    return hash;
  }

  /**
   * A leaf.
   *
   * @param parts what it is made of; none has a line break
   */
  public static String leaf(String... parts) {
    return hash("leaf\n" + String.join("\n", parts));
  }

  private static String node(String left, String right) {
    return hash("node\n" + left + "\n" + right);
  }

  private static String hash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
