// The bot in Azure for one school board: a container app, PostgreSQL, a key vault, one managed identity for all of it, and
// the registration with Bot Service. az deployment group create -g <group> -f main.bicep -p name=... image=... (README.md)

@description('Begin of every name; 3 to 12 small letters and digits, unique to you.')
@minLength(3)
@maxLength(12)
param name string

@description('The image, as in registry.example.nl/op-een-lijn:1.2.0; never latest.')
param image string

@description('How people reach it, https, without a slash behind it.')
param publicUrl string

@description('Directory (tenant) whose people sign in. Default: the one of this subscription.')
param tenantId string = tenant().tenantId

@description('Client ID of the app registration for signing in.')
param oidcClientId string

@secure()
@description('Password of the database; at least 32 characters from a generator.')
@minLength(32)
param databasePassword string

@secure()
@description('Mixed into the keys of the bot; at least 32 characters from a generator, the same at each deployment.')
@minLength(32)
param keysSecret string

@secure()
@description('Secret of the app registration for signing in; empty for a public client.')
param oidcClientSecret string = ''

@description('Where everything stands. In the Union, for the processing agreement.')
@allowed(['westeurope', 'northeurope', 'germanywestcentral', 'francecentral', 'swedencentral'])
param location string = 'westeurope'

@description('Days that texts are kept.')
@minValue(1)
@maxValue(3650)
param retentionDays int = 90

@description('How many of the bot run at once, on one database (../scale.md).')
@minValue(1)
@maxValue(8)
param instances int = 1

@description('A second database server in another zone, which has every commit before it is acknowledged.')
param zoneRedundant bool = false

var databaseUser = 'bot'
var databaseName = 'bot'
var secretsUserRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-bot'
  location: location
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: '${name}-vault'
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource mayReadSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsUserRole)
  scope: vault
  properties: {
    roleDefinitionId: secretsUserRole
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource databaseAddress 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'database-url'
  properties: {
    value: 'postgres://${databaseUser}:${uriComponent(databasePassword)}@${server.properties.fullyQualifiedDomainName}:5432/${databaseName}?sslmode=verify-full'
  }
}

resource keysSecretKept 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'keys-secret'
  properties: { value: keysSecret }
}

resource signInSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'oidc-client-secret'
  properties: { value: oidcClientSecret }
}

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-database'
  location: location
  // A burstable server can have no standby.
  sku: zoneRedundant ? { name: 'Standard_D2ds_v5', tier: 'GeneralPurpose' } : { name: 'Standard_B2s', tier: 'Burstable' }
  properties: {
    version: '17'
    administratorLogin: databaseUser
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 32, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: 35, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: zoneRedundant ? 'ZoneRedundant' : 'Disabled' }
  }

  resource database 'databases' = {
    name: databaseName
  }

  // Only what runs in Azure may knock; the password and TLS decide who is let in.
  resource fromAzure 'firewallRules' = {
    name: 'azure'
    properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: '${name}-bot'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  dependsOn: [mayReadSecrets, server::database]
  properties: {
    managedEnvironmentId: environment.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: 3978, transport: 'http', allowInsecure: false }
      secrets: [
        { name: 'database-url', keyVaultUrl: databaseAddress.properties.secretUri, identity: identity.id }
        { name: 'keys-secret', keyVaultUrl: keysSecretKept.properties.secretUri, identity: identity.id }
        { name: 'oidc-client-secret', keyVaultUrl: signInSecret.properties.secretUri, identity: identity.id }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 20
      containers: [
        {
          name: 'bot'
          image: image
          resources: { cpu: json('1.0'), memory: '2Gi' }
          env: [
            { name: 'PUBLIC_URL', value: publicUrl }
            { name: 'DATABASE_URL', secretRef: 'database-url' }
            { name: 'KEYS_SECRET', secretRef: 'keys-secret' }
            { name: 'RETENTION_DAYS', value: string(retentionDays) }
            { name: 'OIDC_ISSUER', value: '${az.environment().authentication.loginEndpoint}${tenantId}/v2.0' }
            { name: 'OIDC_CLIENT_ID', value: oidcClientId }
            { name: 'OIDC_CLIENT_SECRET', secretRef: 'oidc-client-secret' }
            { name: 'MICROSOFT_APP_ID', value: identity.properties.clientId }
            { name: 'MICROSOFT_APP_TYPE', value: 'UserAssignedMSI' }
            { name: 'MICROSOFT_APP_TENANT_ID', value: tenant().tenantId }
          ]
          probes: [
            { type: 'Liveness', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 30 }
            { type: 'Readiness', httpGet: { path: '/readyz', port: 3978 }, periodSeconds: 15 }
          ]
        }
      ]
      // Any of them answers anybody: no affinity.
      scale: { minReplicas: instances, maxReplicas: instances }
    }
  }
}

resource registration 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-teams'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'S1' }
  properties: {
    displayName: 'Op één lijn'
    endpoint: '${publicUrl}/api/messages'
    msaAppId: identity.properties.clientId
    msaAppType: 'UserAssignedMSI'
    msaAppMSIResourceId: identity.id
    msaAppTenantId: tenant().tenantId
    schemaTransformationVersion: '1.3'
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: { channelName: 'MsTeamsChannel' }
  }
}

output address string = 'https://${app.properties.configuration.ingress.fqdn}'
output appId string = identity.properties.clientId
