package org.gridclear.market.store.forum;

import java.time.OffsetDateTime;

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
    String reason) {}
