/**
 * Holds what is written for those who carry the program on: the picture of its rooms, the handbook and the workflows of a public
 * host.
 */
package org.tieline.handbook;
