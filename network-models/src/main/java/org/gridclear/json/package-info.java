/** JSON by named fields, each with its place in the file for the message when it is wrong. */
package org.gridclear.json;
