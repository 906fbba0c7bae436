package org.gridclear.settlement.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published hash. Constants were computed with another library of SHA-256. */
class MerkleTreeTest {
  private static final List<String> LEAVES =
      Stream.of("a", "b", "c", "d", "e").map(MerkleTree::leaf).toList();

  @Test
  void leafAndRootsAreAsComputedElsewhere() {
    assertEquals("dd657602f1039206aa6e73120016813aa6be1b6d16902b5902010bf3810f55a6", LEAVES.get(0));
    assertEquals(
        "17ca9819f629f67b8fb57c7c47493c0b6ff28c4e392ec79f6a8091829bc6f727",
        new MerkleTree(LEAVES).root());
    assertEquals(
        "06aba9cc3134b3bcdb87720beb1f6ffbe3b86067cba1cd4cba608b9f8a08def0",
        new MerkleTree(LEAVES.subList(0, 3)).root());
    assertEquals(LEAVES.get(0), new MerkleTree(LEAVES.subList(0, 1)).root());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 17, 31, 33})
  void everyLeafLeadsToTheRootAndNoOtherTextDoes(int count) {
    List<String> leaves =
        IntStream.range(0, count).mapToObj(i -> MerkleTree.leaf("n" + i)).toList();
    MerkleTree tree = new MerkleTree(leaves);
    for (int i = 0; i < count; i++) {
      List<MerkleTree.Step> path = tree.path(i);
      assertEquals(tree.root(), MerkleTree.root(leaves.get(i), path), "leaf " + i);
      assertNotEquals(tree.root(), MerkleTree.root(MerkleTree.leaf("x"), path), "leaf " + i);
    }
  }

  /** The last of an odd number goes up alone: its path is shorter. */
  @Test
  void pathsNameTheirNeighboursAndSides() {
    MerkleTree tree = new MerkleTree(LEAVES);
    assertEquals(3, tree.path(0).size());
    assertEquals(new MerkleTree.Step(false, LEAVES.get(1)), tree.path(0).get(0));
    assertEquals(new MerkleTree.Step(true, LEAVES.get(2)), tree.path(3).get(0));
    assertEquals(1, tree.path(4).size());
    assertEquals(List.of(), new MerkleTree(LEAVES.subList(0, 1)).path(0));
  }

  @Test
  void orderOfTheLeavesIsPartOfTheRoot() {
    assertNotEquals(
        new MerkleTree(List.of(LEAVES.get(0), LEAVES.get(1))).root(),
        new MerkleTree(List.of(LEAVES.get(1), LEAVES.get(0))).root());
  }

  @Test
  void nothingHasNoRoot() {
    assertThrows(IllegalArgumentException.class, () -> new MerkleTree(List.of()));
  }
}
