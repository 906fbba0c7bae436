package org.gridclear.web.market.forum;

import org.gridclear.account.Right;
import org.gridclear.market.forum.Forum;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.AttachedPapers;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Posts of the forum, and what is attached to them. */
@RestController
@RequestMapping("/api/v1/forum")
class PostController {
  private final ServedForum served;

  PostController(ServedForum served) {
    this.served = served;
  }

  /** Writes a topic or an answer; what a member writes waits for a moderator. */
  @PostMapping(path = "/posts", consumes = "application/json")
  @Needs({Right.DECLARE, Right.OPERATE_MARKET})
  PostAnswer write(Caller caller, @RequestBody WrittenPost written) {
    Forum.Draft draft =
        new Forum.Draft(
            written.topic() == null ? 0 : written.topic(),
            ServedForum.text(written.title()),
            ServedForum.text(written.text()),
            Forum.Chapter.of(ServedForum.text(written.chapter())),
            AttachedPapers.read(written.papers()));
    return PostAnswer.of(
        served.forum().write(ServedForum.person(caller), draft), ServedForum.person(caller));
  }
}
