package org.tieline.standing;

/**
 * An event that is to be delivered.
 *
 * @param id of the delivery in the database
 * @param event the id of the event, by which who takes it knows it again
 * @param payload what is sent
 */
record Delivery(String id, String event, String payload) {}
