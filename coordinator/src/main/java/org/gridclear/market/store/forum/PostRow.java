package org.gridclear.market.store.forum;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A post of the forum.
 *
 * @param number its number
 * @param topic number of the post that began the topic; its own number for that one
 * @param title of the topic; "" for an answer
 * @param body what is written
 * @param account who wrote it
 * @param byOperator whether that was somebody who operates the market
 * @param at when
 * @param state waiting, shown or hidden
 * @param moderator who decided that; "" for nobody
 * @param reason why it is hidden; "" otherwise
 * @param chapter chapter of the guide that the topic is about; "" for none and for an answer
 * @param papers what is attached, by name
 */
public record PostRow(
    long number,
    long topic,
    String title,
    String body,
    String account,
    boolean byOperator,
    OffsetDateTime at,
    String state,
    String moderator,
    String reason,
    String chapter,
    List<PaperRow> papers) {
  public PostRow {
    papers = List.copyOf(papers);
  }

  /** The same with what is attached. */
  PostRow with(List<PaperRow> attached) {
    return new PostRow(
        number,
        topic,
        title,
        body,
        account,
        byOperator,
        at,
        state,
        moderator,
        reason,
        chapter,
        attached);
  }
}
