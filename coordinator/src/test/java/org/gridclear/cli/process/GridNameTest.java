package org.gridclear.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.cli.GridProcess;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Grids of two owners on one machine, whose ports overlap. */
class GridNameTest {
  private static final List<GridProcess> PROCESSES = new ArrayList<>();
  private static int port;

  @BeforeAll
  static void startTwoGridsAtTheSamePorts() throws Exception {
    port = TestGrid.freePort();
    node("n1", "--grid", "north").awaitReady();
    node("s1", "--grid", "south").awaitReady();
    node("n2", "--grid", "north");
    node("s2", "--grid", "south");
    node("mine");
    PROCESSES.forEach(GridProcess::awaitReady);
  }

  @AfterAll
  static void stop() {
    PROCESSES.forEach(GridProcess::close);
  }

  private static GridProcess node(String name, String... more) throws Exception {
    List<String> options = new ArrayList<>(List.of(more));
    options.addAll(List.of("--child-memory", "0"));
    GridProcess node = GridProcess.node(name, port, options.toArray(String[]::new));
    PROCESSES.add(node);
    return node;
  }

  private static Shell.Ended status(String... more) {
    List<String> words =
        new ArrayList<>(List.of("grid", "status", "--grid-port", Integer.toString(port + 30)));
    words.addAll(List.of(more));
    return Shell.run(words.toArray(String[]::new));
  }

  @Test
  void aSearchOfPortsFindsOnlyTheOwnGrid() {
    List<String> lines = PROCESSES.stream().map(GridProcess::readyLine).toList();
    assertTrue(lines.get(0).contains(": 1 nodes in the grid"), lines.toString());
    assertTrue(lines.get(1).contains(": 1 nodes in the grid"), lines.toString());
    assertTrue(lines.get(2).contains(": 2 nodes in the grid"), lines.toString());
    assertTrue(lines.get(3).contains(": 2 nodes in the grid"), lines.toString());
    assertTrue(lines.get(4).contains(": 1 nodes in the grid"), lines.toString());
  }

  @Test
  void aCommandSeesTheMembersOfItsGridAndIsRefusedByAnother() {
    String first = "127.0.0.1:" + port;
    Shell.Ended north = status("--join", first, "--grid", "north");
    assertEquals(ExitCodes.DONE, north.code(), north.text());
    assertTrue(north.text().contains("n1") && north.text().contains("n2"), north.text());
    assertFalse(north.text().contains("s1"), north.text());
    Shell.Ended south = status("--join", first, "--grid", "south");
    assertEquals(ExitCodes.BAD_INPUT, south.code(), south.text());
    assertTrue(south.text().contains("is of the grid 'south'"), south.text());
    assertTrue(south.text().contains("Say --grid north"), south.text());
    assertFalse(south.text().contains("\tat "), south.text());
    Shell.Ended nameless = status("--join", first);
    assertEquals(ExitCodes.BAD_INPUT, nameless.code(), nameless.text());
    assertEquals(
        ExitCodes.BAD_INPUT, status("--join", first, "--grid", "no name").code(), "a space");
  }
}
