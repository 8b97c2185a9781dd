// The OpenID provider of the tests: any name of nine digits signs in, and is the BSN that it vouches for.
// node tests/oidc_aanbieder.mjs <port> <redirect uri>
import { Provider } from 'oidc-provider';

const [poort, terug] = process.argv.slice(2);
const aanbieder = new Provider(`http://127.0.0.1:${poort}`, {
  clients: [{
    client_id: 'portaal', client_secret: 'geheim-van-de-test', redirect_uris: [terug],
    token_endpoint_auth_method: 'client_secret_basic',
  }],
  claims: { openid: ['sub', 'bsn'] },
  conformIdTokenClaims: false,
  cookies: { keys: ['alleen-voor-de-test'] },
  features: { devInteractions: { enabled: true } },
  pkce: { required: () => true },
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id, bsn: id }) }),
});
aanbieder.listen(Number(poort), '127.0.0.1', () => console.log('klaar'));
