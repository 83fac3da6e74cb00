package dev.parley.ports.in;

/**
 * Everything that the outside may ask, sorted by what it is about. Immutable; each use case is thread-safe.
 *
 * @param installation what the operator does
 * @param keys who may ask
 * @param connections providers and their accounts
 * @param numbers our numbers
 * @param agents who answers
 * @param texts what is said
 * @param carriers what carriers send, and what was wrong with it
 * @param deliveries what customers are told
 */
public record UseCases(
        Installation installation,
        Keys keys,
        Connections connections,
        Numbers numbers,
        Agents agents,
        Texts texts,
        Carriers carriers,
        Deliveries deliveries) {

    /**
     * What the operator does.
     *
     * @param prepare see {@link PrepareInstallation}
     * @param createOrganization see {@link CreateOrganization}
     * @param listOrganizations see {@link ListOrganizations}
     * @param setStatus see {@link SetOrganizationStatus}
     */
    public record Installation(
            PrepareInstallation prepare,
            CreateOrganization createOrganization,
            ListOrganizations listOrganizations,
            SetOrganizationStatus setStatus) {}

    /**
     * Who may ask.
     *
     * @param authenticate see {@link Authenticate}
     * @param create see {@link CreateApiKey}
     * @param list see {@link ListApiKeys}
     * @param revoke see {@link RevokeApiKey}
     */
    public record Keys(Authenticate authenticate, CreateApiKey create, ListApiKeys list, RevokeApiKey revoke) {}

    /**
     * Providers and their accounts.
     *
     * @param describeProviders see {@link DescribeProviders}
     * @param create see {@link CreateConnection}
     * @param get see {@link GetConnection}
     * @param list see {@link ListConnections}
     * @param update see {@link UpdateConnection}
     * @param delete see {@link DeleteConnection}
     * @param check see {@link CheckConnection}
     */
    public record Connections(
            DescribeProviders describeProviders,
            CreateConnection create,
            GetConnection get,
            ListConnections list,
            UpdateConnection update,
            DeleteConnection delete,
            CheckConnection check) {}

    /**
     * Our numbers.
     *
     * @param assign see {@link AssignNumber}
     * @param get see {@link GetAssignedNumber}
     * @param list see {@link ListAssignedNumbers}
     * @param reassign see {@link ReassignNumber}
     * @param release see {@link ReleaseNumber}
     */
    public record Numbers(
            AssignNumber assign,
            GetAssignedNumber get,
            ListAssignedNumbers list,
            ReassignNumber reassign,
            ReleaseNumber release) {}

    /**
     * Who answers.
     *
     * @param create see {@link CreateAgent}
     * @param get see {@link GetAgent}
     * @param list see {@link ListAgents}
     * @param update see {@link UpdateAgent}
     * @param delete see {@link DeleteAgent}
     */
    public record Agents(CreateAgent create, GetAgent get, ListAgents list, UpdateAgent update, DeleteAgent delete) {}

    /**
     * What is said.
     *
     * @param send see {@link SendText}
     * @param getMessage see {@link GetMessage}
     * @param listMessages see {@link ListMessages}
     * @param getConversation see {@link GetConversation}
     * @param listConversations see {@link ListConversations}
     * @param simulate see {@link SimulateText}
     * @param cancel see {@link CancelText}
     */
    public record Texts(
            SendText send,
            GetMessage getMessage,
            ListMessages listMessages,
            GetConversation getConversation,
            ListConversations listConversations,
            SimulateText simulate,
            CancelText cancel) {}

    /**
     * What carriers send, and what was wrong with it.
     *
     * @param receive see {@link ReceiveWebhook}
     * @param quarantine see {@link ListQuarantine}
     * @param signatureFailures see {@link ListSignatureFailures}
     * @param getQuarantined see {@link GetQuarantined}
     * @param replayQuarantined see {@link ReplayQuarantined}
     */
    public record Carriers(
            ReceiveWebhook receive,
            ListQuarantine quarantine,
            ListSignatureFailures signatureFailures,
            GetQuarantined getQuarantined,
            ReplayQuarantined replayQuarantined) {}

    /**
     * What customers are told.
     *
     * @param list see {@link ListDeliveries}
     * @param get see {@link GetDelivery}
     * @param replay see {@link ReplayDelivery}
     * @param replayAll see {@link ReplayDeliveries}
     */
    public record Deliveries(ListDeliveries list, GetDelivery get, ReplayDelivery replay, ReplayDeliveries replayAll) {}
}
