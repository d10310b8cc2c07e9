import type { TemplateTexts } from './templates';

const shared = (company: string) => `- Puede participar cualquier miembro de esta comunidad.
- Envía solo lo que has hecho tú o puedes compartir, y nada confidencial.
- Todo el mundo puede leer lo que publicas aquí y seguir construyendo a partir de ello.
- ${company} responde a todas las ideas que la comunidad apoye y dice en público por qué sigue adelante o por qué no.`;

const judged = (company: string) =>
  `- ${company} elige a los ganadores según los criterios de este reto; la votación se tiene en cuenta, pero no decide por sí sola.`;

const rights = (company: string) => `${shared(company)}
${judged(company)}
- Quien gana cede, a cambio del premio, los derechos de uso de su propuesta. Quien no gana conserva todos sus derechos, y ${company} no usará lo que propuso.`;

export const texts: TemplateTexts = {
  product: {
    title: '¿Qué deberíamos crear ahora?',
    summary:
      'Cuéntanos qué echas de menos. Haremos realidad la idea que ayude a más gente, con su autor o autora desde el primer boceto.',
    brief: `## Por qué preguntamos

_Explica en dos o tres frases qué habéis observado y por qué queréis oírlo de quienes usan lo que hacéis._

## Qué buscamos

- Un problema que tengas de verdad, tú o alguien que conoces
- Cómo te las arreglas hoy
- Qué cambiaría si estuviera resuelto

## Qué no puede cambiar

_Di los límites con franqueza: presupuesto, seguridad, materiales, normas. Una idea que choca con un muro del que nadie habló cuesta confianza._

## Una buena respuesta

Trata de una sola cosa, cuenta el momento en que ocurre y se entiende sin dibujo. Una imagen ayuda; no hace falta que sea bonita.`,
    tags: ['producto nuevo'],
    criteria: [
      { name: 'Utilidad', description: 'Resuelve algo que mucha gente tiene de verdad.', weight: 40 },
      { name: 'Viabilidad', description: 'Podemos hacerlo con lo que tenemos o sabemos cómo conseguirlo.', weight: 30 },
      { name: 'Originalidad', description: 'Todavía no está en ninguna estantería, ni en la nuestra.', weight: 20 },
      { name: 'Claridad', description: 'Basta leerla una vez para verla funcionando.', weight: 10 },
    ],
    prizes: [
      'Para la idea que fabriquemos, que llevará tu nombre',
      'Una de las primeras unidades, antes de que salga a la venta',
    ],
    terms: (company) => `${shared(company)}
${judged(company)}
- El premio paga el derecho a fabricar la idea ganadora. Las que no ganan siguen siendo de sus autores.`,
  },
  fix: {
    title: '¿Qué deberíamos arreglar primero?',
    summary:
      'Lo pequeño y lo grande que te estorba. Arreglaremos lo que moleste a más gente y te enseñaremos cuándo está hecho.',
    brief: `## De qué se trata

_¿Sobre qué parte de vuestro producto o servicio queréis saber? Cuanto más concreta la pregunta, mejores las respuestas._

## Cuéntanos

- Qué pasó y dónde
- Cada cuánto te pasa
- Qué esperabas que ocurriera

## Qué haremos con ello

Si algo también te molesta, vótalo en lugar de escribirlo otra vez: juntos pesa más. Una semana después del cierre diremos, de las diez propuestas con más apoyo, qué haremos, cuándo y por qué.

## Qué no va aquí

Tu pedido, tu factura o tu reserva: escribe a atención al cliente, donde tus datos no se publican.`,
    tags: ['por arreglar'],
    criteria: [
      { name: 'A cuántos ayuda', description: 'Los votos, y la gente que hay detrás y no dice nada.', weight: 40 },
      { name: 'Cuánto duele', description: 'Una molestia, tiempo perdido o un motivo para irse.', weight: 35 },
      {
        name: 'Cuándo podemos',
        description: 'Lo que se arregla en semanas va antes que lo que lleva un año.',
        weight: 25,
      },
    ],
    prizes: ['Un agradecimiento público cuando esté arreglado, y ser de los primeros en verlo'],
    terms: shared,
  },
  name: {
    title: '¿Cómo lo llamamos?',
    summary: 'Está listo y aún no tiene nombre. Encuentra uno que se quede en la memoria y cuéntanos por qué.',
    brief: `## Qué necesita un nombre

_Descríbelo a alguien que nunca lo ha visto: qué es, para quién, qué se siente al usarlo. Añade una imagen._

## Qué debe hacer el nombre

- Ser fácil de decir en todos los idiomas de esta comunidad
- Seguir valiendo dentro de cinco años
- _Añade lo que os importe: un ambiente, un sonido, una historia_

## Qué no funciona

- Nombres que otros ya usan para algo parecido
- Siglas y juegos de palabras que haya que explicar
- _Añade lo que ya habéis descartado_

## Una buena respuesta

Un nombre por idea, con una frase que diga de dónde viene.`,
    tags: ['nombre'],
    criteria: [
      { name: 'Se recuerda', description: 'Al día siguiente aún lo sabes.', weight: 35 },
      { name: 'Encaja', description: 'Dice algo verdadero de lo que nombra.', weight: 35 },
      { name: 'Está libre', description: 'Nadie más comercia con él y la dirección web está libre.', weight: 30 },
    ],
    prizes: ['Para el nombre que elijamos'],
    terms: (company) => `${rights(company)}
- Si varias personas proponen el mismo nombre, cuenta la primera.
- ${company} comprueba si el nombre se puede usar antes de anunciar a quien gana, y puede elegir el siguiente si no se puede.`,
  },
  design: {
    title: '¿Qué aspecto debería tener?',
    summary:
      'Dibújalo, constrúyelo o fotografíalo. La comunidad vota, nuestro equipo de diseño elige y lo ganador se fabrica.',
    brief: `## Qué hay que diseñar

_¿Qué es, dónde lo verá o lo tocará la gente y qué debería sentir? Enseña lo que hay hoy._

## Qué necesitamos de ti

- Una imagen del conjunto y otra del detalle que más te enorgullece
- Una o dos frases sobre la idea que hay detrás
- Un boceto basta: cuenta la idea, no el programa

## Qué no cambia

_Medidas, colores, materiales, logotipo, coste. Adjunta una plantilla si la hay._

## Qué debes saber

Puedes mejorar tu diseño hasta que empiece la votación, y leerás qué opina la gente. Todas las versiones quedan a la vista.`,
    tags: ['diseño'],
    criteria: [
      { name: 'Idea', description: 'Hay en ella un pensamiento que no se había visto.', weight: 35 },
      { name: 'Belleza', description: 'Dan ganas de mirarlo dos veces.', weight: 25 },
      { name: 'En uso', description: 'Funciona en la mano, en la estantería y en cualquier tamaño.', weight: 25 },
      {
        name: 'Se puede hacer',
        description: 'Con nuestros materiales, en nuestras cantidades, a nuestro precio.',
        weight: 15,
      },
    ],
    prizes: ['Para el diseño que fabriquemos', 'Para el diseño que más guste a la comunidad'],
    terms: (company) => `${rights(company)}
- ${company} puede adaptar el diseño ganador a lo que se puede fabricar, y nombra a su autor o autora allí donde se muestre.`,
  },
};
