package org.gridclear.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Orders that a follower takes and answers. */
@Timeout(60)
class SiteOrdersTest {
  @TempDir Path folder;

  private SiteOrders.Answer obeyed(String order, String answer) throws Exception {
    SiteOrders orders = new SiteOrders(folder.resolve("market"));
    CompletableFuture<String> taken =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                Optional<String> found = orders.taken();
                while (found.isEmpty()) {
                  TimeUnit.MILLISECONDS.sleep(10);
                  found = orders.taken();
                }
                orders.answer(answer);
                return found.get();
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    SiteOrders.Answer given = orders.obeyed(order);
    assertEquals(order, taken.join());
    assertFalse(orders.waits());
    return given;
  }

  @Test
  void answerSaysWhetherTheOrderWasObeyedAndWhy() throws Exception {
    assertEquals(
        new SiteOrders.Answer(true, "This site is active."),
        obeyed(SiteOrders.TAKE_OVER, "done This site is active."));
    assertEquals(
        new SiteOrders.Answer(false, "The lease has not ended."),
        obeyed(SiteOrders.GIVE_BACK, "refused The lease has not ended."));
  }

  @Test
  void orderOfBeforeIsRefusedWhenAFollowerStarts() throws Exception {
    SiteOrders orders = new SiteOrders(folder.resolve("market"));
    orders.order(SiteOrders.FORCE);
    orders.refuseOld();
    assertFalse(orders.waits());
    assertEquals(
        Optional.of("refused It was ordered before 'site follow' was started: order it again."),
        orders.answered());
  }
}
