package org.gridclear.market.store.forum;

/**
 * Something that is attached to a post.
 *
 * @param post number of the post; 0 for one that is not kept yet
 * @param name name of the file
 * @param media type of its content, as {@code image/png}
 * @param hash SHA-256 of the content, which lies in the market's content
 * @param length bytes
 */
public record PaperRow(long post, String name, String media, String hash, long length) {}
