/**
 * Calls by which members read what is published and acknowledge it, and by which it is published.
 */
@NullMarked
package org.gridclear.web.market.publication;

import org.jspecify.annotations.NullMarked;
