package org.gridclear.worker.ignite;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.ignite.IgniteException;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.plugin.PluginValidationException;
import org.junit.jupiter.api.Test;

/** Which clocks may join a grid. */
class ClockCheckTest {
  private static ClusterNode node(Duration ahead) {
    Map<String, Object> attributes =
        Map.of(
            MemberFacts.NAME,
            "late",
            ClockCheck.CLOCK_MILLIS,
            System.currentTimeMillis() + ahead.toMillis());
    return (ClusterNode)
        Proxy.newProxyInstance(
            ClockCheckTest.class.getClassLoader(),
            new Class<?>[] {ClusterNode.class},
            (proxy, method, arguments) ->
                method.getName().equals("attribute")
                    ? attributes.get(arguments[0])
                    : method.getName().equals("id") ? new UUID(0, 1) : null);
  }

  @Test
  void aClockThatIsHoursOffMayJoin() {
    ClockCheck check = new ClockCheck();
    for (Duration ahead : new Duration[] {Duration.ZERO, Duration.ofHours(5)}) {
      assertDoesNotThrow(() -> check.validateNewNode(node(ahead)));
      assertDoesNotThrow(() -> check.validateNewNode(node(ahead.negated())));
    }
  }

  @Test
  void aClockThatIsDaysOffIsRefusedInWordsThatTheNodeHears() {
    ClockCheck check = new ClockCheck();
    assertThrows(
        PluginValidationException.class, () -> check.validateNewNode(node(Duration.ofDays(-2))));
    PluginValidationException refusal =
        assertThrows(
            PluginValidationException.class, () -> check.validateNewNode(node(Duration.ofDays(3))));
    String text =
        "Node late cannot join: its clock is %d minutes ahead of this grid's. Set the clock and"
            + " start it again.";
    // A minute more or less, as the clock goes on.
    assertEquals(text.formatted(0), refusal.remoteMessage().replaceAll("is (4319|4320) ", "is 0 "));
    IgniteException start = new IgniteException("start", new IgniteException("SPI", refusal));
    IllegalArgumentException heard =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                ClockCheck.heard(
                    () -> {
                      throw start;
                    }));
    assertEquals(refusal.getMessage(), heard.getMessage());
  }

  @Test
  void otherFailuresOfAStartStayWhatTheyAre() {
    IgniteException other = new IgniteException("port in use");
    assertEquals(
        other,
        assertThrows(
            IgniteException.class,
            () ->
                ClockCheck.heard(
                    () -> {
                      throw other;
                    })));
  }
}
