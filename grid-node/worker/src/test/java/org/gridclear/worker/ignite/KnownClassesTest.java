package org.gridclear.worker.ignite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.ignite.IgniteException;
import org.apache.ignite.lang.IgniteRunnable;
import org.gridclear.worker.ignite.value.FencedWrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one member may make another one read. */
class KnownClassesTest {
  private static final String RAN = "the foreign class was read";

  @TempDir Path folder;

  /** A class that a foreign program might send. */
  private static final class Foreign implements IgniteRunnable {
    private static final long serialVersionUID = 1L;

    private void readObject(java.io.ObjectInputStream in) {
      System.out.println(RAN);
    }

    @Override
    public void run() {
      System.out.println(RAN);
    }
  }

  /** A node in a process of its own, which has not seen any class yet. */
  static final class NodeMain {
    private NodeMain() {}

    /**
     * Entry of the process.
     *
     * @param arguments its work folder
     */
    public static void main(String[] arguments) throws Exception {
      GridNode node = node("one", 44_100, List.of(), Path.of(arguments[0]));
      System.out.println("up");
      System.in.read();
      System.out.println("nodes " + node.nodeCount());
      node.close();
      System.exit(0);
    }
  }

  private static GridNode node(String name, int port, List<String> join, Path folder) {
    return GridNode.start(
        new GridNodeOptions(
            name, GridNodeOptions.Role.WORKER, "127.0.0.1", port, join, 1, folder.resolve(name)));
  }

  private Process other() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("--add-"))
        .forEach(command::add);
    command.addAll(List.of("-Djava.net.preferIPv4Stack=true", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(NodeMain.class.getName());
    command.add(folder.toString());
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  @Test
  void aClassThatIsNotOnTheListIsNotRead() throws Exception {
    Process process = other();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder();
    for (String line = output.readLine(); !"up".equals(line); line = output.readLine()) {
      assertNotNull(line, text.toString());
      text.append(line).append('\n');
    }
    try (GridNode two = node("two", 44_130, List.of("127.0.0.1:44100"), folder)) {
      var others = two.ignite().compute(two.ignite().cluster().forRemotes());
      assertThrows(
          IgniteException.class, () -> others.runAsync(new Foreign()).get(10, TimeUnit.SECONDS));
      GridCaches.of(two.ignite(), GridCaches.OUTCOMES).put("k", new byte[] {1});
      assertEquals(1, GridCaches.of(two.ignite(), GridCaches.OUTCOMES).get("k")[0]);
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
      String rest = String.join("\n", output.lines().toList());
      assertTrue(rest.contains("nodes 2"), "the member that got it lives on: " + rest);
      assertFalse(rest.contains(RAN), rest);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aRecordOfAnOlderEpochDoesNotReplaceANewerOne() {
    try (GridNode one = node("fence", 44_160, List.of(), folder)) {
      var runs = GridCaches.of(one.ignite(), GridCaches.RUNS);
      byte[] first = {0, 0, 0, 0, 0, 0, 0, 1, 10};
      byte[] second = {0, 0, 0, 0, 0, 0, 0, 2, 20};
      byte[] late = {0, 0, 0, 0, 0, 0, 0, 1, 11};
      assertTrue(runs.invoke("r", new FencedWrite(), 0L, first));
      assertFalse(runs.invoke("r", new FencedWrite(), 0L, first), "there is one already");
      assertTrue(runs.invoke("r", new FencedWrite(), 1L, second));
      assertFalse(runs.invoke("r", new FencedWrite(), 1L, late), "the old owner is fenced");
      assertEquals(20, runs.get("r")[8]);
    }
  }
}
