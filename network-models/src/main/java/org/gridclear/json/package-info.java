/** JSON by named fields, each with its place in the file for the message when it is wrong. */
@NullMarked
package org.gridclear.json;

import org.jspecify.annotations.NullMarked;
