package org.gridclear.worker.ignite;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.ignite.IgniteException;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.plugin.PluginValidationException;
import org.gridclear.worker.ignite.NameCheck.OtherGridException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may join a grid, and what a node makes of a refusal. */
class JoinChecksTest {
  private static ClusterNode node(String name, String grid, @Nullable String keys) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put(MemberFacts.NAME, name);
    attributes.put(MemberFacts.GRID, grid);
    attributes.put(MemberFacts.DATA_KEYS, keys);
    return (ClusterNode)
        Proxy.newProxyInstance(
            JoinChecksTest.class.getClassLoader(),
            new Class<?>[] {ClusterNode.class},
            (proxy, method, arguments) ->
                method.getName().equals("attribute")
                    ? attributes.get(arguments[0])
                    : method.getName().equals("id") ? new UUID(0, 1) : null);
  }

  private static IgniteException started(Throwable refusal) {
    return new IgniteException("start", new IgniteException("SPI", refusal));
  }

  private static OtherGridException heard(String text) {
    IgniteException start = started(new IllegalStateException(text));
    return assertThrows(
        OtherGridException.class,
        () ->
            NameCheck.heard(
                () -> {
                  throw start;
                }));
  }

  /** Names of nodes are free text; those of grids may have dots. */
  @ParameterizedTest
  @ValueSource(strings = {"n1", "my node", "节点 1", "a cannot join: b"})
  void aRefusalIsHeardWhateverTheNodeIsCalled(String name) {
    NameCheck check = new NameCheck("spring.1");
    assertDoesNotThrow(() -> check.validateNewNode(node(name, "spring.1", "")));
    PluginValidationException refusal =
        assertThrows(
            PluginValidationException.class,
            () -> check.validateNewNode(node(name, "spring.2", "")));
    assertTrue(refusal.getMessage().contains("--grid spring.1"), refusal.getMessage());
    assertEquals(List.of(), heard(refusal.getMessage()).ports());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"47500 | 47500", "47500, 47501, 47519 | 47500 47501 47519"})
  void portsOfTheOtherGridAreHeard(String said, String ports) {
    String text =
        "Node n cannot join: it is of the grid 'a', and the grid 'b.c' is at ports %s. Say --grid"
            + " b.c to be of that, or another --join or --grid-port.";
    List<Integer> heard = heard(text.formatted(said)).ports();
    assertEquals(ports, String.join(" ", heard.stream().map(String::valueOf).toList()));
  }

  @Test
  void otherFailuresOfAStartStayWhatTheyAre() {
    IgniteException other = started(new IllegalStateException("Node n cannot join: its clock"));
    assertSame(
        other,
        assertThrows(
            IgniteException.class,
            () ->
                NameCheck.heard(
                    () -> {
                      throw other;
                    })));
  }

  /** Without keys here, a node that says nothing of keys encrypts nothing either. */
  @Test
  void aNodeWithKeysDoesNotJoinAGridWithout() {
    KeyCheck check = new KeyCheck();
    assertDoesNotThrow(() -> check.validateNewNode(node("n", "g", "")));
    assertDoesNotThrow(() -> check.validateNewNode(node("n", "g", null)));
    PluginValidationException refusal =
        assertThrows(
            PluginValidationException.class, () -> check.validateNewNode(node("n", "g", "k1, k2")));
    assertTrue(
        refusal
            .getMessage()
            .startsWith(
                "Node n cannot join: it encrypts with the keys k1, k2, and the grid encrypts"
                    + " nothing."),
        refusal.getMessage());
  }

  private static GridNodeOptions options(String grid, int slots) {
    return new GridNodeOptions(
        "n",
        GridNodeOptions.Role.WORKER,
        "127.0.0.1",
        47500,
        List.of("h:1"),
        slots,
        Path.of("w"),
        null,
        0,
        null,
        0,
        grid);
  }

  @ParameterizedTest
  @CsvSource({"g, 0", "g, 1025", "'', 1", "'a b', 1", ".a, 1", "a/b, 1"})
  void optionsThatNoNodeCanHaveAreRefused(String grid, int slots) {
    assertThrows(IllegalArgumentException.class, () -> options(grid, slots));
  }

  /** It waits for ever only at the addresses that it was told. */
  @Test
  void aNodeThatJoinsElsewhereWaitsForAWhile() {
    GridNodeOptions told = options("g", 1024);
    assertTrue(told.joining(List.of("h:1")).joinMax().isZero());
    assertEquals(45, told.joining(List.of("h:2")).joinMax().toSeconds());
    assertEquals(List.of("h:2"), told.joining(List.of("h:2")).join());
    assertEquals(1024, told.joining(List.of("h:2")).slots());
  }
}
