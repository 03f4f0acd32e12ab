/** The elements and attributes of SVG that a drawing in a book may use: those that only draw. */
import { names } from '../../content-model.js';

/** https://www.w3.org/TR/SVG11/eltindex.html without scripts, links, foreign content and animation. */
export const SVG_ELEMENTS = names(`
  svg g defs symbol use switch title desc path rect circle ellipse line polyline polygon text tspan textPath
  linearGradient radialGradient stop clipPath mask pattern marker filter image style
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
  feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
`);

/** Elements whose loss the author should hear of; others (metadata of an editor) go in silence. */
export const SVG_ACTIVE = names(`
  script foreignObject a animate animateMotion animateTransform animateColor set mpath handler listener iframe
  audio video canvas embed object
`);

/** https://www.w3.org/TR/SVG11/attindex.html and the presentation attributes of SVG 2. */
export const SVG_ATTRIBUTES = names(`
  id class style version viewBox preserveAspectRatio x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points
  width height transform rotate textLength lengthAdjust startOffset method spacing side pathLength
  gradientUnits gradientTransform spreadMethod offset clipPathUnits maskUnits maskContentUnits patternUnits
  patternContentUnits patternTransform markerUnits markerWidth markerHeight refX refY orient filterUnits
  primitiveUnits in in2 result mode type values operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY
  edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent
  limitingConeAngle azimuth elevation z pointsAtX pointsAtY pointsAtZ stdDeviation radius scale xChannelSelector
  yChannelSelector baseFrequency numOctaves seed stitchTiles tableValues slope intercept amplitude exponent
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
  cursor direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font
  font-family font-size font-size-adjust font-stretch font-style font-variant font-weight image-rendering
  letter-spacing lighting-color marker marker-end marker-mid marker-start mask mix-blend-mode opacity overflow
  paint-order pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
  stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration
  text-rendering unicode-bidi vector-effect visibility word-spacing writing-mode
  role aria-label aria-labelledby aria-hidden
`);
