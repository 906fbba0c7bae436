/**
 * The server: what all calls share, their description, errors. Only it and those below use Spring.
 */
@NullMarked
package org.gridclear.web;

import org.jspecify.annotations.NullMarked;
