package org.gridclear.web.market.forum;

/**
 * Something that is attached.
 *
 * @param media type of its content
 * @param length bytes
 */
record AttachedAnswer(String name, String media, long length) {}
