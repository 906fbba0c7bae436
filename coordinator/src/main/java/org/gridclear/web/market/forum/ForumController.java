package org.gridclear.web.market.forum;

import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.market.forum.Forum;
import org.gridclear.market.store.forum.PostRow;
import org.gridclear.table.RowRange;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Topics of the forum and their moderation. Accounts are named to moderators alone. */
@RestController
@RequestMapping("/api/v1/forum")
class ForumController {
  private final ServedForum served;

  ForumController(ServedForum served) {
    this.served = served;
  }

  /** First posts of topics, the newest first; how many there are is in X-Total-Count. */
  @GetMapping("/topics")
  @Needs({Right.READ_OWN, Right.OPERATE_MARKET})
  ResponseEntity<List<PostAnswer>> topics(
      Caller caller,
      @RequestParam(defaultValue = "") String chapter,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "100") int limit) {
    Forum.Chapter of = Forum.Chapter.of(chapter);
    RowRange range = new RowRange(offset, limit);
    Forum.Person reader = ServedForum.person(caller);
    List<PostAnswer> shown =
        served.forum().topics(reader, of, range.offset(), range.limit()).stream()
            .map(row -> PostAnswer.of(row, reader))
            .toList();
    return ResponseEntity.ok()
        .header("X-Total-Count", Long.toString(served.forum().topicCount(reader, of)))
        .body(shown);
  }

  /** A topic with its answers; 404 where the caller sees none. */
  @GetMapping("/topics/{number}")
  @Needs({Right.READ_OWN, Right.OPERATE_MARKET})
  List<PostAnswer> topic(Caller caller, @PathVariable long number) {
    Forum.Person reader = ServedForum.person(caller);
    List<PostRow> posts = served.forum().topic(reader, number);
    if (posts.isEmpty()) {
      throw ServedForum.missing("topic", number);
    }
    return posts.stream().map(row -> PostAnswer.of(row, reader)).toList();
  }
}
