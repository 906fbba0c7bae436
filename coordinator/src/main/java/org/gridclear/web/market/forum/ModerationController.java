package org.gridclear.web.market.forum;

import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Posts are shown or hidden by moderators. */
@RestController
@RequestMapping("/api/v1/forum")
class ModerationController {
  private final ServedForum served;

  ModerationController(ServedForum served) {
    this.served = served;
  }

  /** Posts that wait for a moderator. */
  @GetMapping("/waiting")
  @Needs(Right.OPERATE_MARKET)
  List<PostAnswer> waiting(Caller caller) {
    return served.forum().waiting().stream()
        .map(row -> PostAnswer.of(row, ServedForum.person(caller)))
        .toList();
  }

  /** shown or hidden, and why. */
  record Decision(@Nullable String decision, @Nullable String reason) {}

  /** Shows or hides a post. */
  @PostMapping(path = "/posts/{number}/moderation", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  PostAnswer moderate(Caller caller, @PathVariable long number, @RequestBody Decision decision) {
    return served
        .forum()
        .moderate(
            caller.name(),
            number,
            ServedForum.text(decision.decision()),
            ServedForum.text(decision.reason()))
        .map(row -> PostAnswer.of(row, ServedForum.person(caller)))
        .orElseThrow(() -> ServedForum.missing("post", number));
  }
}
