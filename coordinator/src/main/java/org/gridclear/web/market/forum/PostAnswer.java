package org.gridclear.web.market.forum;

import java.time.OffsetDateTime;
import java.util.List;
import org.gridclear.market.forum.Forum;
import org.gridclear.market.store.forum.PostRow;

/**
 * A post.
 *
 * @param by operator, member or you; to moderators the account
 * @param byOperator whether who wrote it operates the market
 * @param chapter chapter of the guide that it is about; "" for none
 * @param papers what is attached
 */
record PostAnswer(
    long number,
    long topic,
    String title,
    String text,
    String by,
    boolean byOperator,
    OffsetDateTime at,
    String state,
    String reason,
    String chapter,
    List<AttachedAnswer> papers) {
  static PostAnswer of(PostRow row, Forum.Person reader) {
    boolean own = row.account().equals(reader.account());
    String by = row.byOperator() ? "operator" : own ? "you" : "member";
    return new PostAnswer(
        row.number(),
        row.topic(),
        row.title(),
        row.body(),
        reader.moderates() ? row.account() : by,
        row.byOperator(),
        row.at(),
        row.state(),
        own || reader.moderates() ? row.reason() : "",
        row.chapter(),
        row.papers().stream()
            .map(paper -> new AttachedAnswer(paper.name(), paper.media(), paper.length()))
            .toList());
  }
}
